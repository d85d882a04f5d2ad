"""A file tells by its name which evening it is of and what is in it, on every system."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.evening import Status
from plekberaad_app.platform.http.file_names import disposition, file_name
from tests.reports import a_report

AFTERWARDS = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ROOM = replace(a_report().live_session, title="De Vogelbuurt", status=Status.CLOSED)
ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def named(title: str, what: str = "ideeën") -> str:
    return file_name(replace(ROOM, title=title), what, "csv", AFTERWARDS)


def test_the_name_tells_the_date_the_evening_and_what_is_in_it():
    assert named("De Vogelbuurt") == "2026-11-23 De Vogelbuurt - ideeën (K7M3XP).csv"


def test_files_of_other_evenings_and_with_other_things_in_them_have_other_names():
    other = replace(ROOM, code="CCCHHH")
    names = {
        file_name(ROOM, "ideeën", "csv", AFTERWARDS),
        file_name(ROOM, "ideeën, ook verborgen", "csv", AFTERWARDS),
        file_name(ROOM, "verslag", "xlsx", AFTERWARDS),
        file_name(other, "ideeën", "csv", AFTERWARDS),
    }
    assert len(names) == 4


def test_while_the_evening_goes_on_the_name_says_until_when():
    running = replace(ROOM, status=Status.RUNNING)
    at = datetime(2026, 11, 23, 19, 15, tzinfo=UTC)
    first, second = (
        file_name(running, "verslag", "xlsx", at + timedelta(minutes=minutes)) for minutes in (0, 5)
    )
    assert first == "2026-11-23 De Vogelbuurt - verslag tot 20.15 uur (K7M3XP).xlsx"
    assert first != second


@pytest.mark.parametrize(
    ("title", "in_name"),
    [
        ('Wat/nu? "één" …', "Wat nu één …"),
        ("CON", "CON"),
        ("a\nb\tc", "a b c"),
        ("...", "Plekberaad"),
        ("..\\..\\boot", "boot"),
        ("حديقة", "حديقة"),
    ],
)
def test_whatever_the_title_the_name_is_legal(title: str, in_name: str):
    assert named(title) == f"2026-11-23 {in_name} - ideeën (K7M3XP).csv"


@given(st.text(max_size=200))
def test_any_title_makes_a_name_that_every_system_takes(title: str):
    name = named(title)
    assert not ILLEGAL.search(name)
    assert not re.search(r"[. ]\.csv$", name)
    assert 20 < len(name) < 140
    header = disposition(name)
    assert header.isascii()
    plain, encoded = re.fullmatch(
        r"attachment; filename=\"([^\"\\]+)\"; filename\*=UTF-8''(\S+)", header
    ).groups()  # pyright: ignore[reportOptionalMemberAccess]
    assert plain.startswith("2026-11-23 ")
    assert unquote(encoded) == name


def test_an_old_browser_gets_the_name_without_accents():
    header = disposition(named("Eén idee"))
    assert 'filename="2026-11-23 Een idee - ideeen (K7M3XP).csv"' in header
    assert "filename*=UTF-8''2026-11-23%20E%C3%A9n%20idee" in header
