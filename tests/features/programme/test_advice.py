"""What a programme is advised, and what comes of following it with one tap."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.activities.contract.discovery import manifest_of
from plekberaad_app.core.errors import BadInput, NotAllowed
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.programme import Step
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.programme import advice
from plekberaad_app.features.programme.advice import Advice, advice_for
from plekberaad_app.features.templates import WITHOUT_BREAK
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.room import programme_edits, programmes
from plekberaad_app.room.programme_edits import new_step, with_options
from plekberaad_app.room.programme_writing import Steps
from plekberaad_app.room.stretching import minutes_of, stretched
from tests.casting import NOW, new_facilitator


def step(kind: str, minutes: int = 0, step_id: str = "", **options) -> Step:
    made = new_step(kind, kind, options, step_id)
    return replace(made, options=stretched(made, minutes)) if minutes else made


def evening(minutes: int | None = None) -> LiveSession:
    return LiveSession("e", "", "l", "Plein", minutes_available=minutes)


def found(code: str, steps: Steps, minutes: int | None = None) -> Advice | None:
    every = advice_for(evening(minutes), steps)
    return next((one for one in every if one.code == code), None)


def said(advised: Advice | None) -> str:
    return in_words(advised.said) if advised else ""


def test_two_rounds_that_do_not_fit_get_less_time_for_ideas():
    steps = (step("welcome", 10), step("carousel", 30, rounds=2))
    advised = found("shorter", steps, 38)
    assert said(advised) == "De 2 rondes passen niet. Kies voor ideeën 4 minuten."
    assert advised
    assert sum(map(minutes_of, advised.steps)) == 38


def test_where_too_little_time_for_ideas_would_be_left_there_are_fewer_rounds():
    steps = (step("carousel", 60, rounds=4),)
    advised = found("shorter", steps, 45)
    assert said(advised) == "Zo veel rondes passen niet. Kies 3 rondes."
    assert advised
    assert advised.steps[0].options["rounds"] == 3


@pytest.mark.parametrize("minutes", [None, 30, 31])
def test_what_fits_needs_nothing_shorter(minutes):
    assert found("shorter", (step("carousel", 30, rounds=2),), minutes) is None


@given(st.integers(1, 12), st.integers(10, 240), st.integers(15, 240))
def test_what_is_advised_for_a_carousel_fits(rounds: int, long: int, available: int):
    one = step("carousel", rounds=rounds)
    try:
        one = replace(one, options=stretched(one, long))
    except BadInput:
        # No length of a part may be that short or long.
        return
    advised = found("shorter", (one,), available)
    if advised:
        assert sum(map(minutes_of, advised.steps)) <= available


def test_two_hours_without_a_break_get_one_in_the_middle():
    steps = (step("welcome", 20), step("voting", 50), step("wall", 30), step("closing", 30))
    advised = found("no_break", steps)
    assert "130 minuten" in said(advised)
    assert advised
    kinds = [each.kind for each in advised.steps]
    assert kinds == ["welcome", "voting", "intermission", "wall", "closing"]
    assert found("no_break", advised.steps) is None


def test_long_rounds_are_cut_in_two_by_a_break():
    steps = (step("welcome", 10), step("carousel", 120, rounds=8), step("closing", 10))
    advised = found("no_break", steps)
    assert advised
    kinds = [each.kind for each in advised.steps]
    assert kinds == ["welcome", "carousel", "intermission", "carousel", "closing"]
    assert [advised.steps[at].options["rounds"] for at in (1, 3)] == [4, 4]
    assert len({each.id for each in advised.steps}) == 5
    assert sum(minutes_of(each) for each in advised.steps if each.kind == "carousel") == 120
    assert found("no_break", advised.steps) is None


def test_one_long_step_that_cannot_be_cut_is_told_without_a_tap():
    advised = found("no_break", (step("voting", 121),))
    assert advised
    assert (advised.steps, in_words(advised.tap)) == ((), "")


@pytest.mark.parametrize("minutes", [WITHOUT_BREAK - 10, WITHOUT_BREAK])
def test_up_to_two_hours_go_without_a_break(minutes):
    assert found("no_break", (step("voting", minutes),)) is None


@given(st.lists(st.sampled_from(["welcome", "carousel", "voting", "intermission"]), max_size=60))
def test_any_programme_can_be_advised(kinds: list[str]):
    steps = tuple(step(kind, 0, f"step-{at}") for at, kind in enumerate(kinds))
    for advised in advice_for(evening(90), steps):
        assert in_words(advised.said)
        assert bool(advised.steps) == bool(in_words(advised.tap))


def test_nothing_is_advised_once_the_evening_has_begun():
    steps = (step("voting", 121),)
    for status in (Status.RUNNING, Status.CLOSED):
        assert advice_for(replace(evening(30), status=status), steps) == []


def test_art_that_is_missed_comes_after_the_opening():
    advised = found("no_art", (step("welcome", 10), step("voting", 10)))
    assert advised
    assert [manifest_of(each.kind).is_art for each in advised.steps] == [False, True, False]
    assert found("no_art", advised.steps) is None


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


def test_following_changes_the_programme_once(anna):
    about = About("Plein", minutes_available=150)
    made = library_evenings.create(anna, about, NOW)
    steps = programmes.programme(anna, made.code).steps
    (pause,) = (each for each in steps if each.kind == "intermission")
    programme_edits.remove_step(anna, made.id, pause.id)
    advice.follow(anna, made.id, "no_break")
    kinds = [each.kind for each in programmes.programme(anna, made.code).steps]
    assert "intermission" in kinds
    for code in ("no_break", "shorter", "unknown"):
        with pytest.raises(NotAllowed, match="advice_gone"):
            advice.follow(anna, made.id, code)


def test_options_of_a_step_stay_when_others_change():
    one = step("carousel", 30, rounds=2, is_private=True)
    assert with_options(one, {"rounds": 3}).options["is_private"]
