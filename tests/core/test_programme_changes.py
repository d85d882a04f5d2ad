"""Doing and undoing an edit, also in a programme that somebody else has changed since."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.programme import Step
from plekberaad_app.core.programme_changes import Change, Steps, applied, change_between

A, B, C, D = (Step(name, "welcome", name) for name in "abcd")
ABC = (A, B, C)


def titles(steps: Steps) -> str:
    return "".join(step.title for step in steps)


def named(step: Step, title: str) -> Step:
    return replace(step, title=title)


@st.composite
def programmes(draw: st.DrawFn, most: int = 8) -> Steps:
    ids = draw(st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=most))
    return tuple(Step(each, "welcome", draw(st.sampled_from("xyz"))) for each in ids)


@given(programmes(), programmes())
def test_what_was_done_can_be_undone_and_done_again(before: Steps, after: Steps):
    change = change_between(before, after)
    assert applied(change, before) == after
    assert applied(change.reversed(), after) == before


@given(programmes(), programmes(), programmes())
def test_undoing_never_overwrites_what_another_did(before: Steps, after: Steps, others: Steps):
    change = change_between(before, after).reversed()
    try:
        undone = {step.id: step for step in applied(change, others)}
    except NotAllowed:
        return
    touched = {*change.before, *change.after}
    now = {step.id: step for step in others}
    assert {key: step for key, step in undone.items() if key not in touched} == {
        key: step for key, step in now.items() if key not in touched
    }


@given(programmes())
def test_an_edit_that_changes_nothing_is_nothing(steps: Steps):
    assert change_between(steps, steps).is_nothing


def test_other_steps_may_change_meanwhile():
    change = change_between(ABC, (named(A, "A"), B, C))
    now = (named(A, "A"), named(B, "B"), C, D)
    assert titles(applied(change.reversed(), now)) == "aBcd"


def test_a_step_that_another_changed_too_is_not_put_back():
    change = change_between(ABC, (named(A, "A"), B, C))
    refused(change.reversed(), (named(A, "Z"), B, C))
    refused(change.reversed(), (B, C))


def test_a_step_that_was_removed_comes_back_after_the_one_it_followed():
    change = change_between(ABC, (A, C)).reversed()
    assert titles(applied(change, (A, C))) == "abc"
    assert titles(applied(change, (C, A))) == "cab"
    assert titles(applied(change, (C, D))) == "bcd"


def test_a_step_that_was_added_goes_unless_somebody_changed_it():
    change = change_between(ABC, (*ABC, D)).reversed()
    assert titles(applied(change, (C, *ABC[:2], D))) == "cab"
    refused(change, (*ABC, named(D, "Z")))
    refused(change, ABC)


def test_a_move_is_undone_also_with_new_steps_between():
    change = change_between(ABC, (C, A, B)).reversed()
    assert titles(applied(change, (C, D, A, B))) == "adbc"
    assert titles(applied(change, (C, A))) == "ac"


def test_a_move_is_not_undone_once_somebody_moved_the_same_steps():
    change = change_between(ABC, (C, A, B)).reversed()
    refused(change, (A, C, B))


def test_what_was_decided_of_a_step_stays():
    planned = replace(B, plan={"seats": 1})
    change = change_between((A, planned), (A, named(planned, "B"))).reversed()
    assert applied(change, (A, named(planned, "B"))) == (A, planned)


def refused(change: Change, now: Steps) -> None:
    with pytest.raises(NotAllowed, match="programme_changed_since"):
        applied(change, now)
