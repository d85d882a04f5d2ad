"""What makes the first load short leans on Reflex's build; when that changes, these tell."""

import gzip
import re
from pathlib import Path

import pytest
from reflex.utils.frontend_skeleton import _update_react_router_config
from reflex_base import constants
from reflex_base.compiler.templates import vite_config_template
from reflex_base.config import get_config

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.features.discovery import addresses_with_a_code, pages
from plekberaad_app.ops.build.first_load import (
    NotAsExpected,
    with_every_screen,
    with_less_code,
    with_the_entry_last,
    without_what_is_never_used,
)
from plekberaad_app.platform.http.built_pages import page_for
from plekberaad_app.platform.routes import built_for
from plekberaad_app.platform.settings import ROOT

WEB = ROOT / ".web"
PAGES = WEB / constants.Dirs.STATIC
# With some 350 bytes of headers for each file this is the 170 kB of bench/page.py.
MAX_BYTES = 166_000
MAX_FILES = 10
INLINE_STYLE = re.compile(r"css:\(\{ (.*?)\}\)")
MODULE = re.compile(r'<link rel="modulepreload" href="/assets/([^"]+)"')
STYLE = re.compile(r'<link (?=[^>]*rel="stylesheet")[^>]*href="/assets/([^"]+)"')
LINKS = "".join(
    f'<link rel="modulepreload" href="/assets/{name}.js"/>'
    for name in ("manifest-1", "entry.client-2", "context-3")
)


def test_reflex_writes_the_settings_that_we_change():
    router = with_every_screen(_update_react_router_config(get_config(), prerender_routes=True))
    assert '"/d/_"' in router
    vite = vite_config_template("/", False, False, False, False)
    assert "public/browser/jsx.js" in with_less_code(vite)
    assert "    shorterCode(),\n" in with_less_code(vite)


CHANGES = (with_every_screen, with_less_code, with_the_entry_last, without_what_is_never_used)


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_that_changed_is_stopped(change):
    with pytest.raises(NotAsExpected):
        change("something else")


def test_the_entry_comes_after_every_other_module():
    assert MODULE.findall(with_the_entry_last(f"<head>{LINKS}</head>")) == [
        "manifest-1.js",
        "context-3.js",
        "entry.client-2.js",
    ]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/d/ABCDEF", "/d/_/"),
        ("/d/ABCDEF/", "/d/_/"),
        ("/begin/x.y-z", "/begin/_/"),
        ("/voorbereiden", "/voorbereiden"),
        ("/voorbereiden/ABCDEF", "/voorbereiden/_/"),
        ("/d/", "/d/"),
        ("/d/ABCDEF/meedoen", "/d/ABCDEF/meedoen"),
        ("/assets/context-1.js", "/assets/context-1.js"),
        ("/", "/"),
    ],
)
def test_every_code_gets_the_page_that_was_built_for_any_code(path: str, page: str):
    folders = {page.folder for _, page in pages() if page.has_code}
    assert page_for(path, folders) == page


@pytest.mark.served
@pytest.mark.parametrize("route", addresses_with_a_code())
def test_a_page_names_all_code_of_its_screen(built: None, route: str):
    page = _page(route)
    assert "_index-" in "".join(MODULE.findall(page))
    assert MODULE.findall(page)[-1].startswith("entry.client")
    # Without this the browser throws the page away and draws it anew.
    assert '"isSpaMode":false' in page


@pytest.mark.served
def test_the_code_and_styles_of_the_phone_are_few(built: None):
    page = _page("/d/[code]")
    names = MODULE.findall(page) + STYLE.findall(page)
    assert 5 < len(names) <= MAX_FILES
    assert any("global_styles" in name for name in names)
    largest_panel = max(_packed(file) for file in (PAGES / "assets").glob("phone_*.js"))
    page_itself = sum(_packed(PAGES / "assets" / name) for name in names)
    assert page_itself + largest_panel < MAX_BYTES
    assert not any("plotly" in name for name in names)


@pytest.mark.served
@pytest.mark.parametrize("screen", ["phone", "projector", "tablet"])
def test_the_panel_of_an_activity_is_no_part_of_a_page(built: None, screen: str):
    late = [file.name for file in (PAGES / "assets").glob(f"{screen}_*.js")]
    assert {name.partition("-")[0] for name in late} == {
        f"{screen}_{kind}" for kind in activities()
    }
    named = "".join(page.read_text("utf-8") for page in PAGES.rglob("*.html"))
    assert not [name for name in late if name in named]


@pytest.mark.served
def test_a_page_has_one_sheet_beside_what_all_have_and_none_of_an_activity(built: None):
    kinds = "|".join(activities())
    folders = [ROOT / "plekberaad_app" / name for name in ("features", "room")]
    own = sum(len(list(folder.glob("*/styles.css"))) for folder in folders)
    for page in PAGES.rglob("index.html"):
        sheets = STYLE.findall(page.read_text("utf-8"))
        assert 2 <= len(sheets) <= 2 + own, page
        assert not [name for name in sheets if re.search(rf"_({kinds})-|^styles-", name)]


@pytest.mark.served
def test_no_element_has_a_style_that_only_emotion_can_draw(built: None):
    """`assets/browser/jsx.js` makes a style attribute of it: no selector, nothing nested."""
    styles = [
        style for file in _compiled() for style in INLINE_STYLE.findall(file.read_text("utf-8"))
    ]
    assert styles
    assert not [style for style in styles if re.search(r'\["[^"]*[^a-zA-Z"][^"]*"\]|\{', style)]


@pytest.mark.served
def test_the_bundle_holds_neither_emotion_nor_polling(built: None):
    code = _bundle()
    assert "data-emotion" not in code
    assert "xhr poll error" not in code
    assert "setDisableHeaderCheck" not in code
    assert "websocket error" in code


@pytest.mark.served
def test_no_page_asks_for_anything_before_it_is_drawn(built: None):
    """So the router's own way to fetch that is left out: `assets/browser/unused.js`."""
    loads = [
        file
        for file in _compiled()
        if re.search(r"export .*\b(clientL|l)oader\b", file.read_text("utf-8"))
    ]
    assert loads == []
    assert "Unable to decode turbo-stream response" not in _bundle()


@pytest.mark.served
def test_no_screen_uses_what_was_left_out(built: None):
    """`assets/browser/unused.js`: cookies and files of the framework's own, and its two themes."""
    context = (WEB / "utils" / "context.jsx").read_text("utf-8")
    assert 'clientStorage = {"cookies": {}, "local_storage": {}, "session_storage": {}}' in context
    pages = "".join(file.read_text("utf-8") for file in _compiled())
    assert re.findall("uploadFiles|ColorModeContext|_remove_cookie", pages) == []


@pytest.mark.served
def test_the_bundle_is_made_of_the_shorter_code(built: None):
    assert re.findall(r"displayName=\W*(Cond|Foreach|Match)\b", _bundle()) == []


def _packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))


def _bundle() -> str:
    return "".join(file.read_text("utf-8") for file in (PAGES / "assets").glob("*.js"))


def _page(route: str) -> str:
    return (PAGES / built_for(route).strip("/") / "index.html").read_text("utf-8")


def _compiled() -> list[Path]:
    folders = (WEB / "app", WEB / "app_components", WEB / "utils" / "components")
    return [file for folder in folders for file in folder.rglob("*.jsx")]
