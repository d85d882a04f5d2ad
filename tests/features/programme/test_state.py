"""The page of a programme: what a facilitator's browser sends, and what it is told."""

from dataclasses import replace
from typing import Any

import pytest

from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.views import AboutView
from plekberaad_app.features.programme.state import ProgrammeState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import programme_edits, steering
from plekberaad_app.room.step_words import Told
from plekberaad_app.room.views.tablet import FitView
from tests.features.desk import FORM, anna, do, evening, page

__all__ = ["anna", "evening", "page"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


async def test_the_programme_of_an_evening_that_is_over_is_known_to_be(page, anna, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    assert not state.is_closed
    steering.steer(anna, evening.id, "close", 0, now())
    await do(state, "enter")
    assert state.is_closed


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
    assert "Carrousel 51, Pauze 15, Carrousel na de pauze 51" in state.proposal
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
        key: options[2][key] for key in ("question", "choices", "budget", "max_per_choice")
    } == {
        "question": "Wat eerst?",
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


async def test_edits_are_undone_and_done_again_by_taps(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    assert (state.can_undo, state.can_redo) == (False, False)
    first = state.steps[0]
    await do(state, "store_step", {"step_id": first.id, "title": "Inloop", "minutes": "15"})
    assert (state.can_undo, state.can_redo, state.total_minutes) == (True, False, 55)
    await do(state, "undo")
    assert (state.can_undo, state.can_redo, state.total_minutes) == (False, True, 50)
    assert state.steps[0] == first
    await do(state, "redo")
    assert (state.steps[0].title, state.total_minutes) == ("Inloop", 55)
    assert state.notice.kind == "ok"


async def test_what_a_colleague_changed_since_is_told_in_one_sentence_and_stays(
    page, anna, evening
):
    bea = replace(anna, name="Bea", id="bea")
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    first = state.steps[0].id
    await do(state, "store_step", {"step_id": first, "title": "Van Anna"})
    programme_edits.edit_step(bea, evening.id, first, told=Told(title="Van Bea"))
    await do(state, "undo")
    assert state.notice.kind == "error"
    assert state.notice.sentence == text("error.programme_changed_since")
    await do(state, "enter")
    assert state.steps[0].title == "Van Bea"


def as_filled_in(step, **changed: str) -> dict[str, str]:
    """The form of a vote as a browser sends it when nothing was changed."""
    words = {
        field: said
        for card in step.script
        for field, said in ((card.say_field, card.say), (card.do_field, card.do))
    }
    asked = ("question", "source", "from_step", "budget")
    options = {name: str(step.options[name]) for name in asked}
    told = {"step_id": step.id, "title": step.title, "who": step.who}
    rest = {"minutes": str(step.minutes), "choices": "", "max_per_choice": ""}
    return {**told, **rest, **options, **words, **changed}


async def test_what_stands_ready_to_be_said_is_not_kept_as_somebodys_own(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    vote = state.steps[2]
    await do(state, "store_step", as_filled_in(vote))
    assert state.notice.sentence == text("preparing.done.stored")
    assert state.steps[2] == vote
    assert not state.can_undo


async def test_own_words_for_a_phase_stand_beside_what_stood_ready_until_they_go(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    vote = state.steps[2]
    say, do_it = vote.script[0].say_field, vote.script[0].do_field
    await do(state, "store_step", as_filled_in(vote, **{say: "Plak je stippen!", "who": "Fenna"}))
    changed = state.steps[2]
    assert (changed.script[0].say, changed.script[0].ready_say) == (
        "Plak je stippen!",
        vote.script[0].say,
    )
    assert (changed.script[0].do, changed.script[0].ready_do) == (vote.script[0].do, "")
    assert (changed.who, changed.minutes) == ("Fenna", vote.minutes)
    await do(state, "store_step", as_filled_in(changed, **{say: " ", do_it: changed.script[0].do}))
    assert state.steps[2].script == vote.script


async def test_two_who_change_different_things_of_a_step_keep_both(page, anna, evening):
    bea = replace(anna, name="Bea", id="bea")
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    vote = state.steps[2]
    programme_edits.edit_step(bea, evening.id, vote.id, told=Told(who="Bea"))
    await do(state, "store_step", as_filled_in(vote, question="Wat eerst?"))
    assert (state.steps[2].who, state.steps[2].summary) == ("Bea", "Wat eerst?")


async def test_who_changes_what_a_colleague_just_changed_is_told_and_overwrites_nothing(
    page, anna, evening
):
    bea = replace(anna, name="Bea", id="bea")
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    vote = state.steps[2]
    programme_edits.edit_step(bea, evening.id, vote.id, told=Told(title="Van Bea"))
    await do(state, "store_step", as_filled_in(vote, title="Van Anna"))
    assert state.notice.sentence == text("error.step_changed_since")
    await do(state, "enter")
    assert state.steps[2].title == "Van Bea"


async def test_a_step_is_there_twice_after_a_tap_and_a_second_like_it_adds_none(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    first = state.steps[0]
    for _ in range(2):
        await do(state, "duplicate_step", first.id, "a-second-one")
    assert [step.title for step in state.steps[:3]] == ["Welkom", "Welkom", "Carrousel"]
    assert state.steps[1].id == "a-second-one"


@pytest.mark.parametrize("minutes", [0, -5, 241, "veel", None, 10**30])
async def test_a_length_that_cannot_be_is_told_beside_the_step(page, evening, minutes):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    first = state.steps[0].id
    await do(state, "set_minutes", first, minutes)
    assert (state.notice.kind, state.answers) == ("error", f"minutes.{first}")
    assert state.steps[0].minutes == 10


async def test_minutes_are_set_by_a_tap_and_all_times_follow(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    await do(state, "set_minutes", state.steps[0].id, 25)
    assert [step.starts_at for step in state.steps] == ["20:00", "20:25", "20:55", "21:00"]
    assert (state.bar.over, state.advice[0].code, state.fits.is_good) == (15, "shorter", False)
    await do(state, "follow", "shorter")
    assert (state.total_minutes, state.bar.over) == (50, 0)
    assert [each.code for each in state.advice] == ["no_art"]


async def test_looking_at_a_programme_again_and_again_keeps_no_connection(
    page, sqlite_store, evening
):
    state = page(ProgrammeState, "Anna", evening.code)
    for _ in range(3):
        await do(state, "enter")
    assert sqlite_store.reader.pool.checkedout() == 0
