"""The sheets as files: for whoever may steer the evening, and of nobody in it."""

from datetime import UTC, datetime
from urllib.parse import unquote

import pytest

from plekberaad_app.features.accounts import devices
from plekberaad_app.features.handouts.sheets import LINKS, SHEETS
from plekberaad_app.platform import logins
from tests.casting import CODE, PASSWORD, new_facilitator
from tests.http_site import site
from tests.papers import Paper
from tests.rooms import Room, room_full_of

WORD = "xylofoonplein"


@pytest.fixture
def room(sqlite_store, own_settings, quick_hashes) -> Room:
    """An evening that runs, with people, wishes and ideas in it."""
    return room_full_of(WORD)


def browser_of(name: str):
    browser = site()
    browser.cookies.set(logins.COOKIE, devices.log_in(name, PASSWORD, datetime.now(UTC)))
    return browser


@pytest.mark.parametrize("name", SHEETS)
def test_whoever_may_steer_prints_a_sheet_or_keeps_it(name: str, room: Room):
    anna = browser_of("Anna")
    shown = anna.get(f"/printen/{CODE}/{name}.pdf")
    kept = anna.get(f"/printen/{CODE}/{name}.pdf?bewaar=1")
    for answer, how in ((shown, "inline"), (kept, "attachment")):
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.headers["content-disposition"].startswith(f"{how};")
        assert f"({CODE}).pdf" in unquote(answer.headers["content-disposition"])
        assert answer.headers["cache-control"] == "no-store"
        assert Paper(answer.content).is_accessible
    assert anna.get(f"/printen/{CODE}/{name}.png").headers["content-type"] == "image/png"


@pytest.mark.parametrize("name", SHEETS)
def test_no_sheet_holds_anything_of_people(name: str, room: Room):
    text = Paper(browser_of("Anna").get(f"/printen/{CODE}/{name}.pdf").content).text
    for theirs in (WORD, "Mens 1", "De kans van nummer"):
        assert theirs not in text


@pytest.mark.parametrize("suffix", ["pdf", "png"])
@pytest.mark.parametrize("name", SHEETS)
def test_nobody_else_gets_a_sheet(name: str, suffix: str, room: Room):
    new_facilitator("Bea", "De Eik")
    path = f"/printen/{CODE}/{name}.{suffix}"
    assert site().get(path).status_code == 403
    assert browser_of("Bea").get(path).status_code == 403
    assert browser_of("Bea").get(path.replace(CODE, "XXXXXX")).status_code == 404


@pytest.mark.parametrize("page", LINKS)
def test_a_link_is_printed_by_who_may_steer_alone(page: str, room: Room):
    path = f"/printen/{CODE}/link-{page}.pdf"
    assert Paper(browser_of("Anna").get(path).content).is_accessible
    assert site().get(path).status_code == 403


def test_a_browser_may_show_a_sheet_though_it_may_do_nothing(room: Room):
    headers = browser_of("Anna").get(f"/printen/{CODE}/poster.pdf").headers
    policy = headers["content-security-policy"]
    assert "sandbox" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_sheet_that_is_not_there_is_not_made(room: Room):
    assert browser_of("Anna").get(f"/printen/{CODE}/lijst.pdf").text.startswith("page ")


def test_what_only_this_sheet_says_comes_along(room: Room):
    sent = {"waar": "Merelstraat 12", "hoe": "Aanmelden hoeft niet."}
    content = browser_of("Anna").get(f"/printen/{CODE}/flyer.pdf", params=sent).content
    assert "Merelstraat 12" in Paper(content).text
    assert "Aanmelden hoeft niet." in Paper(content).text


@pytest.mark.parametrize(
    "asked", ["waar=" + "x" * 500, "hoe=" + "%F0%9F%8E%89" * 161, "tafels=veel", "tafels=1e9"]
)
def test_what_makes_no_sense_makes_no_sheet(asked: str, room: Room):
    answer = browser_of("Anna").get(f"/printen/{CODE}/tafelbordjes.pdf?{asked}")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")
