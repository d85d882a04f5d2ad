"""The pages for preparing: what a facilitator's browser sends, and what it is told."""

from datetime import UTC, datetime, timedelta

import pytest

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.evenings.forms import moment_in
from plekberaad_app.features.evenings.state import MAX_SOUGHT, PreparingState
from plekberaad_app.features.evenings.views import AboutView
from plekberaad_app.features.programme.state import ProgrammeState
from tests.casting import NOW, new_facilitator
from tests.features.desk import FORM, anna, do, evening, leads_to, page

__all__ = ["anna", "evening", "page"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.mark.parametrize("kind", [PreparingState, ProgrammeState])
async def test_anyone_who_is_not_logged_in_sees_nothing_and_goes_to_login(page, evening, kind):
    state = page(kind, "", evening.code)
    assert "/inloggen" in leads_to(await do(state, "enter"))
    assert all(not getattr(state, name, "") for name in ("groups", "deleted", "steps"))
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
    (group,) = state.groups
    (card,) = group.cards
    assert (card.title, card.status) == ("Het plein", "lobby")
    assert card.code.replace(" ", "") == evening.code
    assert card.starts == "dinsdag 24 november 2026, 20:00 uur"


async def test_after_logging_out_nothing_of_the_one_before_is_left(page, evening):
    state = page(PreparingState, "Anna")
    await do(state, "enter")
    page(PreparingState)
    await do(state, "enter")
    assert (state.library_name, state.facilitator_name, state.groups) == ("", "", [])
    assert (state.total, state._board) == (0, [])


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


async def test_an_evening_that_is_deleted_goes_from_the_board_and_is_restored(page, evening):
    state = page(PreparingState, "Anna")
    await do(state, "delete", evening.code)
    assert (state.notice.kind, state.groups, state.total) == ("ok", [], 0)
    (deleted,) = state.deleted
    assert deleted.title == "Het plein"
    await do(state, "restore", deleted.code)
    assert (state.notice.kind, state.deleted, state.total) == ("ok", [], 1)


async def test_another_library_neither_sees_nor_restores_what_was_deleted(page, evening):
    new_facilitator("Bea", "De Eik")
    await do(page(PreparingState, "Anna"), "delete", evening.code)
    state = page(PreparingState, "Bea")
    await do(state, "enter")
    assert state.deleted == []
    await do(state, "restore", evening.code)
    assert (state.notice.kind, state.total) == ("error", 0)


async def test_a_copy_opens_its_own_programme(page, anna, evening):
    state = page(PreparingState, "Anna")
    answer = await do(state, "copy", evening.code)
    made = next(each for each in library_evenings.list_for(anna) if each.id != evening.id)
    assert f"/voorbereiden/{made.code}" in leads_to(answer)


async def test_a_search_shows_what_has_every_word_until_it_is_cleared(page, anna):
    for title in ("De kade", "Het plein"):
        library_evenings.create(anna, About(title, "Noord"), NOW)
    state = page(PreparingState, "Anna")
    await do(state, "enter")
    await do(state, "search", " PLEIN noord ")
    assert titles(state) == ["Het plein"]
    await do(state, "search", "plein zuid")
    assert (titles(state), state.total) == ([], 2)
    await do(state, "clear_search")
    assert (len(titles(state)), state.sought) == (2, "")


@pytest.mark.parametrize("junk", [None, 5, [], {}, "\0", "x" * 100_000])
async def test_a_search_for_anything_at_all_is_answered(page, evening, junk):
    state = page(PreparingState, "Anna")
    await do(state, "enter")
    await do(state, "search", junk)
    assert len(state.sought) <= MAX_SOUGHT


async def test_of_the_past_ten_evenings_are_shown_and_ten_more_with_each_tap(page, anna):
    for number in range(23):
        long_ago = NOW - timedelta(days=1000 + number)
        library_evenings.create(anna, About(f"Avond {number}", starts_at=long_ago), NOW)
    state = page(PreparingState, "Anna")
    await do(state, "enter")
    seen = [(len(titles(state)), state.groups[0].more)]
    for _ in range(2):
        await do(state, "show_more")
        seen.append((len(titles(state)), state.groups[0].more))
    assert seen == [(10, 13), (20, 3), (23, 0)]


def titles(state) -> list[str]:
    return [card.title for group in state.groups for card in group.cards]


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
