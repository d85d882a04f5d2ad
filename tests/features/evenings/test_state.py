"""The pages for preparing: what a facilitator's browser sends, and what it is told."""

from datetime import UTC, datetime
from typing import Any

import pytest
from reflex_base.event import EventSpec

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.accounts import devices
from plekberaad_app.features.evenings import library_evenings, standard_programme
from plekberaad_app.features.evenings import state as pages
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.evenings.forms import moment_in
from plekberaad_app.features.evenings.state import PreparingState, ProgrammeState
from plekberaad_app.features.evenings.views import AboutView
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import steering
from plekberaad_app.room.views.tablet import FitView
from tests.casting import NOW, PASSWORD, new_facilitator

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
TITLES = {name: name for name in standard_programme.NAMES}
FORM = {"title": "Het plein", "place": "Plein", "question": "", "starts_at": "2026-11-24T19:30"}


@pytest.fixture
def anna(sqlite_store, own_settings, quick_hashes):
    return new_facilitator("Anna", "De Linde")


@pytest.fixture
def page(monkeypatch):
    """Stand on a page, logged in as somebody: what the socket's cookie and address would say."""

    def stand(kind: type, name: str = "", code: str = "") -> Any:
        token = devices.log_in(name, PASSWORD, now()) if name else ""
        monkeypatch.setattr(pages, "facilitator_token", lambda _state: token)
        monkeypatch.setattr(pages, "route_code", lambda _state: code)
        return kind()

    return stand


@pytest.fixture
def evening(anna):
    return library_evenings.create(anna, About("Het plein", starts_at=NOW), NOW, titles=TITLES)


async def do(state, handler: str, *args):
    return await type(state).event_handlers[handler].fn(state, *args)


def leads_to(answer) -> str:
    assert isinstance(answer, EventSpec)
    return str({str(key): value for key, value in answer.args})


async def test_the_page_shows_the_library_and_its_evenings(page, evening):
    state = page(PreparingState, "Anna")
    assert await do(state, "enter") is None
    assert (state.library_name, state.facilitator_name) == ("De Linde", "Anna")
    (card,) = state.live_sessions
    assert (card.title, card.status) == ("Het plein", "lobby")
    assert card.code.replace(" ", "") == evening.code
    assert card.starts == "dinsdag 24 november 2026, 20:00 uur"


@pytest.mark.parametrize("kind", [PreparingState, ProgrammeState])
async def test_anyone_who_is_not_logged_in_sees_nothing_and_goes_to_login(page, evening, kind):
    state = page(kind, "", evening.code)
    assert "/inloggen" in leads_to(await do(state, "enter"))
    assert all(not getattr(state, name, "") for name in ("live_sessions", "steps"))
    assert getattr(state, "about", AboutView()) == AboutView()


async def test_after_logging_out_nothing_of_the_one_before_is_left(page, evening):
    state = page(PreparingState, "Anna")
    await do(state, "enter")
    page(PreparingState)
    await do(state, "enter")
    assert (state.library_name, state.facilitator_name, state.live_sessions) == ("", "", [])


async def test_the_programme_of_an_evening_that_is_over_is_known_to_be(page, anna, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    assert not state.is_closed
    steering.steer(anna, evening.id, "close", 0, now())
    await do(state, "enter")
    assert state.is_closed


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


async def test_what_an_evening_is_about_can_be_told_better(page, anna, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    assert state.about.starts_at == "2026-11-24T20:00"
    better = {"title": "Het dorpsplein", "minutes_available": "45"}
    await do(state, "describe", FORM | better)
    assert state.about == AboutView("Het dorpsplein", "Plein", "", "2026-11-24T19:30", "45")
    assert state.fits == FitView(text("live.plan.evening_long", n=5), is_good=False)
    assert (state.notice.kind, state.starts_at) == ("ok", "19:30")
    (card,) = library_evenings.list_for(anna)
    assert card.title == "Het dorpsplein"


async def test_a_better_title_that_is_none_changes_nothing(page, anna, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "describe", FORM | {"title": " "})
    assert state.notice.kind == "error"
    assert library_evenings.list_for(anna) == [evening]


async def test_the_programme_has_times_that_add_up(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    assert [step.minutes for step in state.steps] == [10, 30, 5, 5]
    assert [step.starts_at for step in state.steps] == ["20:00", "20:10", "20:40", "20:45"]
    assert (state.starts_at, state.ends_at, state.total_minutes) == ("20:00", "20:50", 50)


async def test_the_list_can_be_changed_by_taps(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    welcome, carousel, *_ = (step.id for step in state.steps)
    await do(state, "move_step", welcome, 1)
    await do(state, "store_step", {"step_id": welcome, "title": "Inloop", "minutes": "15"})
    await do(state, "add_step", "voting", "")
    await do(state, "remove_step", carousel)
    assert (state.steps[0].title, state.steps[0].minutes) == ("Inloop", 15)
    assert [step.kind for step in state.steps] == ["welcome", "voting", "closing", "voting"]
    await do(state, "move_step", state.steps[1].id, 0)
    assert [step.kind for step in state.steps] == ["voting", "welcome", "closing", "voting"]
    assert state.total_minutes == 15 + 5 + 5 + 5


async def test_who_makes_the_evening_longer_is_offered_a_programme_that_uses_it(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    assert state.proposal == ""
    await do(state, "describe", FORM | {"minutes_available": "150"})
    assert "6 rondes van 16 minuten" in state.proposal
    await do(state, "refit")
    assert (state.notice.kind, state.answers, state.proposal) == ("ok", "fit", "")
    assert (state.total_minutes, state.fits.is_good) == (150, True)


@pytest.mark.parametrize(("index", "step"), [(0, -1), (-1, 1)])
async def test_a_step_that_cannot_move_any_further_says_so(page, evening, index, step):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    order = [card.id for card in state.steps]
    at_the_edge = order[index]
    await do(state, "move_step", at_the_edge, order.index(at_the_edge) + step)
    assert [card.id for card in state.steps] == order
    assert state.answers == f"move.{at_the_edge}"
    assert "al het" in state.notice.sentence


async def test_a_break_stays_one_when_its_form_is_stored(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "add_step", "intermission", "")
    added = state.steps[-1]
    assert (added.title, added.kind_title) == ("Pauze", "Pauze")
    form = {"step_id": added.id, "title": "Koffie", "minutes": "20", "offer": "Koffie"}
    await do(state, "store_step", form)
    assert (state.steps[-1].title, state.steps[-1].kind_title) == ("Koffie", "Pauze")
    assert state.steps[-1].options["offer"] == "Koffie"


@pytest.mark.parametrize(
    ("handler", "args"),
    [
        ("add_step", ("dance", "")),
        ("add_step", ({"a": 1}, "")),
        ("add_step", ("welcome", {"a": 1})),
        ("store_step", ({"step_id": "STEP", "minutes": "lang"},)),
        ("store_step", ({"step_id": "STEP", "minutes": "0"},)),
        ("store_step", ({"step_id": "STEP", "minutes": None},)),
        ("store_step", ({"step_id": "STEP", "title": " "},)),
        ("store_step", ({"step_id": "unknown", "title": "x"},)),
        ("store_step", ({"step_id": "STEP", "title": "Inloop", "minutes": "0"},)),
        ("remove_step", ({"a": 1},)),
        ("move_step", ("STEP", "op")),
        ("move_step", ("unknown", 1)),
        ("store_step", ("text",)),
        ("store_step", ({"step_id": "unknown", "text": "x"},)),
        ("store_step", ({"step_id": ["STEP"], "text": "x"},)),
    ],
)
async def test_what_cannot_be_read_changes_nothing_and_is_answered(page, evening, handler, args):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    before = list(state.steps)
    await do(state, handler, *(_about(before[0].id, arg) for arg in args))
    assert state.notice.kind == "error"
    assert state.notice.sentence
    await do(state, "enter")
    assert state.steps == before


def _about(step_id: str, arg: Any) -> Any:
    if isinstance(arg, dict):
        return {name: _about(step_id, value) for name, value in arg.items()}
    return step_id if arg == "STEP" else arg


async def test_one_form_stores_all_of_a_step_and_the_answer_names_it(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    carousel = state.steps[1].id
    form = {
        "step_id": carousel,
        "title": "Rondes",
        "minutes": "60",
        "mode": "groups",
        "rounds": "4",
    }
    await do(state, "store_step", form)
    step = state.steps[1]
    assert (step.title, step.minutes, step.options["rounds"]) == ("Rondes", 60, 4)
    assert (state.answers, state.notice.kind, state.notice.number) == (carousel, "ok", 1)
    await do(state, "store_step", form | {"rounds": "veel"})
    assert (state.answers, state.notice.kind, state.notice.number) == (carousel, "error", 2)
    await do(state, "move_step", carousel, 0)
    assert state.answers == f"move.{carousel}"


async def test_minutes_that_stay_leave_the_lengths_to_the_phases(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    form = {"step_id": state.steps[1].id, "minutes": "30", "mode": "inside", "rounds": "2"}
    await do(state, "store_step", form | {"ideas": "10"})
    assert (state.steps[1].options["ideas"], state.steps[1].minutes) == (600, 40)


async def test_options_of_every_kind_are_set_by_a_form(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    welcome, carousel, voting, _closing = (step.id for step in state.steps)
    await do(state, "store_step", {"step_id": welcome, "text": "Fijn dat je er bent"})
    await do(
        state,
        "store_step",
        {"step_id": carousel, "mode": "groups", "rounds": "3", "ideas": "2,5", "is_private": "on"},
    )
    await do(
        state,
        "store_step",
        {
            "step_id": voting,
            "question": "Wat eerst?",
            "source": "typed",
            "from_step": carousel,
            "choices": "Bankje\n\n Boom ",
            "budget": "3",
            "max_per_choice": "2",
        },
    )
    options = [step.options for step in state.steps]
    assert options[0]["text"] == "Fijn dat je er bent"
    assert {key: options[1][key] for key in ("mode", "rounds", "ideas", "is_private")} == {
        "mode": "groups",
        "rounds": 3,
        "ideas": 150,
        "is_private": True,
    }
    assert {
        key: options[2][key]
        for key in ("question", "from_step", "choices", "budget", "max_per_choice")
    } == {
        "question": "Wat eerst?",
        "from_step": carousel,
        "choices": ["Bankje", "Boom"],
        "budget": 3,
        "max_per_choice": 2,
    }
    assert state.notice.kind == "ok"


async def test_without_a_most_all_dots_may_go_to_one_choice(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    voting = state.steps[2].id
    form = {"step_id": voting, "source": "typed", "choices": "Boom", "budget": "3"}
    for most in ("1", ""):
        await do(state, "store_step", form | {"max_per_choice": most})
    assert state.steps[2].options["max_per_choice"] is None


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
