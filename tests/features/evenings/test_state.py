"""The pages for preparing: what a facilitator's browser sends, and what it is told."""

from datetime import UTC, datetime

import pytest

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.forms import moment_in
from plekberaad_app.features.evenings.state import PreparingState
from plekberaad_app.features.evenings.views import AboutView
from plekberaad_app.features.programme.state import ProgrammeState
from tests.casting import new_facilitator
from tests.features.desk import FORM, anna, do, evening, leads_to, page

__all__ = ["anna", "evening", "page"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.mark.parametrize("kind", [PreparingState, ProgrammeState])
async def test_anyone_who_is_not_logged_in_sees_nothing_and_goes_to_login(page, evening, kind):
    state = page(kind, "", evening.code)
    assert "/inloggen" in leads_to(await do(state, "enter"))
    assert all(not getattr(state, name, "") for name in ("live_sessions", "steps"))
    assert getattr(state, "about", AboutView()) == AboutView()


async def test_another_librarys_evening_is_neither_deleted_nor_shown(page, anna, evening):
    new_facilitator("Bea", "De Eik")
    state = page(PreparingState, "Bea")
    await do(state, "delete", evening.code)
    assert state.notice.kind == "error"
    assert library_evenings.list_for(anna) == [evening]
    programme = page(ProgrammeState, "Bea", evening.code)
    await do(programme, "enter")
    await do(programme, "add_step", "welcome", "")
    await do(programme, "describe", FORM)
    assert library_evenings.list_for(anna) == [evening]
    assert (programme.about, programme.steps, programme.notice.kind) == (AboutView(), [], "error")


async def test_the_page_shows_the_library_and_its_evenings(page, evening):
    state = page(PreparingState, "Anna")
    assert await do(state, "enter") is None
    assert (state.library_name, state.facilitator_name) == ("De Linde", "Anna")
    (card,) = state.live_sessions
    assert (card.title, card.status) == ("Het plein", "lobby")
    assert card.code.replace(" ", "") == evening.code
    assert card.starts == "dinsdag 24 november 2026, 20:00 uur"


async def test_after_logging_out_nothing_of_the_one_before_is_left(page, evening):
    state = page(PreparingState, "Anna")
    await do(state, "enter")
    page(PreparingState)
    await do(state, "enter")
    assert (state.library_name, state.facilitator_name, state.live_sessions) == ("", "", [])


async def test_a_new_evening_opens_its_programme(page, anna):
    state = page(PreparingState, "Anna")
    answer = await do(state, "create", FORM)
    (made,) = library_evenings.list_for(anna)
    assert f"/voorbereiden/{made.code}" in leads_to(answer)
    assert made.starts_at == datetime(2026, 11, 24, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": ""},
        {"title": 5},
        {"title": "x" * 100_000},
        {"starts_at": "morgen"},
        {"minutes_available": "lang"},
        {"minutes_available": "5"},
        {"place": None},
    ],
)
async def test_a_form_that_is_wrong_makes_nothing_and_is_answered(page, anna, changed):
    state = page(PreparingState, "Anna")
    assert await do(state, "create", FORM | changed) is None
    assert state.notice.kind == "error"
    assert state.notice.sentence
    assert library_evenings.list_for(anna) == []


async def test_an_evening_is_deleted_from_the_list(page, evening):
    state = page(PreparingState, "Anna")
    await do(state, "delete", evening.code)
    assert (state.notice.kind, state.live_sessions) == ("ok", [])


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("", None),
        ("2026-11-24T19:30", datetime(2026, 11, 24, 18, 30, tzinfo=UTC)),
        ("2026-07-01T19:30", datetime(2026, 7, 1, 17, 30, tzinfo=UTC)),
        ("2026-07-01T19:30:00", datetime(2026, 7, 1, 17, 30, tzinfo=UTC)),
    ],
)
def test_a_time_is_that_of_the_clock_on_the_wall(written, moment):
    assert moment_in({"starts_at": written}, "starts_at") == moment


@pytest.mark.parametrize(
    "written", ["x", "2026-13-01T00:00", "0001-01-01T00:00", "9999-12-31T23:59"]
)
def test_a_time_that_cannot_be_is_refused(written):
    with pytest.raises(BadInput, match="time_unreadable"):
        moment_in({"starts_at": written}, "starts_at")
