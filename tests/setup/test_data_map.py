"""docs/privacy.md names every column, cookie and key there is, and none that is not."""

import re

from reflex_base import constants
from sqlmodel import SQLModel

import plekberaad_app.platform.database.tables  # noqa: F401  (fills the metadata)
from plekberaad_app.core import retention
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.settings import ROOT

PAGE = (ROOT / "docs" / "privacy.md").read_text("utf-8")
ROW = re.compile(r"^\| `([^`]+)` \|(.*)\|$", re.MULTILINE)
# How our browser code names what it keeps; what follows is a code, a step or a field.
KEPT = re.compile(r"""["'`](plekberaad\.[a-z]+)""")


def named() -> dict[str, list[str]]:
    """The first cell of every row of the map, with the others."""
    return {name: [cell.strip() for cell in rest.split("|")] for name, rest in ROW.findall(PAGE)}


def columns() -> set[str]:
    tables = SQLModel.metadata.sorted_tables
    return {f"{table.name}.{column.name}" for table in tables for column in table.columns}


def kept_in_the_browser() -> set[str]:
    files = (ROOT / "assets" / "browser").glob("*.js*")
    return {key for file in files for key in KEPT.findall(file.read_text("utf-8"))}


def kept_by_the_framework() -> set[str]:
    """The values of the constants under which Reflex's browser code keeps something."""
    state = (constants.Templates.Dirs.WEB_TEMPLATE / "utils" / "state.js").read_text("utf-8")
    # Options of a state's own storage vars, of which we have none, come by other names.
    names = set(re.findall(r"Storage\.setItem\(([A-Z_]+)", state))
    return {value for name, value in re.findall(r'const (\w+) = "(\w+)"', state) if name in names}


def test_every_column_and_key_has_a_line_and_no_line_is_about_nothing():
    cookies = {logins.COOKIE, participant_cookie("<code>")}
    assert named().keys() == columns() | cookies | kept_in_the_browser() | kept_by_the_framework()


def test_every_line_says_why_how_long_and_who_sees_it():
    assert [name for name, cells in named().items() if len(cells) != 3 or not all(cells)] == []


def test_the_periods_are_those_of_the_rules():
    assert {cells[1] for name, cells in named().items() if name.startswith("deeds.")} == {
        f"{retention.KEEP_DEEDS.days} days"
    }
    assert {cells[1] for name, cells in named().items() if name.startswith("erasures.")} == {
        f"{retention.KEEP_ERASURES.days} days"
    }
