"""An activity is found by its folder, and knows no other; a folder that is none is named."""

from dataclasses import replace
from inspect import unwrap
from pathlib import Path

import pytest

from plekberaad_app.activities.contract.discovery import (
    activities,
    check,
    option_form,
    panels,
)
from plekberaad_app.core.errors import NotFound
from plekberaad_app.platform.folders import BrokenFolder
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.room.phone.state import PhoneState
from tests.activities.folders import with_folder
from tests.folders import imports

RULES = """
from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Activity
from plekberaad_app.activities.contract.views import Views


@dataclass(frozen=True)
class Row:
    name: str


@dataclass(frozen=True)
class View:
    title: str
    rows: tuple[Row, ...]


class Rules(Activity):
    views = Views(phone=View, personal=View)
"""
PANEL = """
import reflex as rx


def panel(screen):
    return rx.el.div({drawn})
"""
PACKAGE = ROOT / "plekberaad_app"
HOME = "plekberaad_app.activities"


def test_the_folders_are_the_activities():
    folders = {file.parent.name for file in (PACKAGE / "activities").glob("*/__init__.py")}
    assert set(activities()) == folders - {"contract", "kit"}


@pytest.mark.parametrize(
    ("init", "told"),
    [
        ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
        ("", "AttributeError"),
        ("ACTIVITY = 3", "ACTIVITY has to be"),
        ("from plekberaad_app.activities.voting import ACTIVITY", "Manifest(kind='odd', …)"),
    ],
)
def test_a_broken_folder_is_named_in_one_line(tmp_path: Path, init: str, told: str):
    with with_folder(tmp_path, "odd", __init__=init), pytest.raises(BrokenFolder) as broken:
        activities()
    assert str(broken.value).startswith("activities/odd: ")
    assert told in str(broken.value)
    assert "\n" not in str(broken.value)


@pytest.mark.parametrize("missing", ["panels", "form"])
def test_what_a_manifest_names_has_to_be_there(tmp_path: Path, missing: str):
    files = {"rules": "class Rules: ...", "panels": "panel = len", "form": "FORM = None"}
    del files[missing]
    with (
        with_folder(tmp_path, "odd", **files),
        pytest.raises(BrokenFolder, match=rf"activities/odd: .*odd\.{missing}"),
    ):
        check()


def test_an_activity_without_a_form_says_so(tmp_path: Path):
    files = {"rules": "class Rules: ...", "panels": "panel = len"}
    with with_folder(tmp_path, "odd", **files):
        assert unwrap(panels("phone")["odd"]) is len
        activities()["odd"] = replace(activities()["odd"], options="")
        with pytest.raises(NotFound):
            option_form("odd")


@pytest.mark.parametrize(
    "drawn",
    [
        "screen.face.titel",
        "rx.foreach(screen.face.rows, lambda row: rx.el.p(row.nmae))",
        "rx.foreach(screen.personal.rows, lambda row: rx.el.p(row.nmae))",
        "screen.no_such_var",
    ],
)
def test_a_panel_that_names_what_its_view_does_not_have_fails_while_it_is_built(
    tmp_path: Path, drawn: str
):
    files = {"rules": RULES, "panels": PANEL.format(drawn=drawn)}
    with with_folder(tmp_path, "odd", **files):
        panel = panels("phone")["odd"]
        with pytest.raises(BrokenFolder, match=r"activities/odd: .*(titel|nmae|no_such_var)"):
            panel(PhoneState)


def test_a_panel_that_names_what_its_view_has_is_built(tmp_path: Path):
    drawn = "rx.foreach(screen.face.rows, lambda row: rx.el.p(row.name))"
    with with_folder(tmp_path, "odd", rules=RULES, panels=PANEL.format(drawn=drawn)):
        assert panels("phone")["odd"](PhoneState).render()


@pytest.mark.parametrize("kind", activities())
def test_an_activity_knows_no_other(kind: str):
    others = tuple(f"{HOME}.{other}" for other in activities() if other != kind)
    files = (PACKAGE / "activities" / kind).rglob("*.py")
    assert not [name for file in files for name in imports(file) if name.startswith(others)]


@pytest.mark.parametrize("shared", ["contract", "kit"])
def test_what_activities_share_knows_none_of_them(shared: str):
    some = tuple(f"{HOME}.{kind}" for kind in activities())
    files = (PACKAGE / "activities" / shared).rglob("*.py")
    assert not [name for file in files for name in imports(file) if name.startswith(some)]
