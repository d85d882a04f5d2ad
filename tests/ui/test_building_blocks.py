"""Small promises of the components that need no browser."""

import re
from pathlib import Path
from typing import Any

import pytest
import reflex as rx

from plekberaad_app.platform.i18n.catalogue import MissingText, text
from plekberaad_app.ui.icons import ICONS, DoubleIcon, UnknownIcon, icon, icon_files, read_icons
from plekberaad_app.ui.overlay import app_wraps
from plekberaad_app.ui.tables import table_badge
from plekberaad_app.ui.tokens import TABLES
from plekberaad_app.ui.words import language, words
from tests.ui.stylesheets import sheet

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
SOURCES = [
    *(ROOT / "plekberaad_app").rglob("*.py"),
    *(ASSETS / "browser").glob("*.js*"),
]


def test_an_icon_that_the_sprite_lacks_is_refused():
    with pytest.raises(UnknownIcon):
        icon("no-such-icon")


def test_a_folder_brings_icons_of_its_own_and_none_of_another(tmp_path: Path):
    folder = tmp_path / "app" / "activities" / "odd"
    for place in (folder, tmp_path / "assets"):
        place.mkdir(parents=True)
        name = place.name
        (place / "icons.svg").write_text(f'<svg><symbol id="{name}"><path/></symbol></svg>')
    files = icon_files(tmp_path / "app")
    assert read_icons(files)["odd"] == '<symbol id="odd"><path/></symbol>'
    with pytest.raises(DoubleIcon, match="odd"):
        read_icons([*files, folder / "icons.svg"])


def test_every_icon_that_browser_code_names_is_in_the_sprite():
    named = {
        name for path in SOURCES for name in re.findall(r"icons\.svg#([a-z0-9-]+)", read(path))
    }
    assert named
    assert named <= ICONS


def test_every_table_has_an_animal_with_a_name_and_a_picture():
    pictures = re.findall(
        r"--animal: url\(\"/(animals/[a-z]+\.svg)\"\)", sheet("components/table-sign")
    )
    assert len(set(pictures)) == TABLES
    assert all((ASSETS / picture).exists() for picture in pictures)
    assert len({text(f"browser.animal.{number}") for number in range(1, TABLES + 1)}) == TABLES


def test_every_table_has_a_shape_of_its_own():
    shapes = re.findall(r"(--shape: [^;]+|--cut: [^;]+);", sheet("components/table-sign"))
    assert len(set(shapes)) == TABLES


def test_a_badge_never_tells_its_table_by_colour_alone():
    drawn = str(table_badge(3).render())
    assert "badge-animal" in drawn
    assert "badge-number" in drawn


def test_words_hold_a_key_and_values_from_the_screen_and_no_text_of_any_language():
    spoken = str(words("browser.page", page=rx.Var("state.page"), pages=4))
    assert spoken == 'say("browser.page", { page: state.page, pages: 4 })'


def test_words_of_an_unknown_key_stop_the_build():
    with pytest.raises(MissingText):
        words("no.such.key")


def test_the_language_is_chosen_in_the_browser_alone():
    data = language()._get_all_var_data()
    assert data is not None
    assert data.state == ""
    assert any("useLanguage" in hook for hook in data.hooks)


def test_a_failed_page_shows_our_words_and_the_page_hangs_under_the_notice():
    wraps = app_wraps()
    wrapped: Any = wraps[55, "ErrorBoundary"](True)
    boundary = str(wrapped.fallback_render)
    assert boundary.count("=>") == 1
    assert "browser.failed.title" in boundary
    assert isinstance(wraps[5, "Overlay"](True), rx.Fragment)


def test_no_screen_text_stands_in_browser_code():
    """JSX shows nothing between its tags but values."""
    shown = [
        (path.name, found)
        for path in (ASSETS / "browser").glob("*.jsx")
        for found in re.findall(r"<\w[^<>]*>\s*([A-Za-zÀ-ÿ][\w ,.']+)\s*</", read(path))
    ]
    assert shown == []


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
