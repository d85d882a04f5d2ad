"""What comes from outside fits an act exactly, or is refused with a code."""

from typing import Any

import pytest

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.parsing import StepOptions, parse
from plekberaad_app.activities.poll.acts import HideWord
from plekberaad_app.activities.voting.acts import CastVote
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.programme import Step
from tests.activities.scenes import FACILITATOR, Room

VOTING = activity_of("voting")
VOTE = {"id": "vote-0001", "choice": "choice-1"}


def test_what_is_no_activity_is_refused():
    with pytest.raises(NotFound, match="activity_unknown"):
        activity_of("karaoke")


def test_an_act_that_fits_is_read():
    assert parse(VOTING, "vote", VOTE) == CastVote(id="vote-0001", choice="choice-1")


@pytest.mark.parametrize("name", ["", "add_idea", "__class__", None, 3, ["vote"]])
def test_an_act_that_the_activity_does_not_know_is_refused(name: Any):
    with pytest.raises(NotAllowed, match="act_unknown"):
        parse(VOTING, name, VOTE)


@pytest.mark.parametrize("payload", [None, "vote", 3, [], {}, [VOTE], {"id": "vote-0001"}])
def test_a_payload_of_another_shape_is_refused(payload: Any):
    with pytest.raises(BadInput, match="bad_input"):
        parse(VOTING, "vote", payload)


@pytest.mark.parametrize(
    "change",
    [
        {"id": 12345678},
        {"id": "short-7"},
        {"id": "x" * 41},
        {"id": "with space"},
        {"id": "next_step.1"},
        {"id": "vote-0001\n"},
        {"id": "vote-\x001"},
        {"choice": ["choice-1"]},
        {"choice": ""},
        {"choice": "x" * 41},
        {"choice": "\ud800"},
        {"person": "3"},
        {"person": True},
        {"person": 0},
        {"person": 3.0},
        {"author": "tag-2"},
        {"choice": {"$gt": ""}},
    ],
)
def test_a_field_of_a_wrong_type_or_an_extra_one_is_refused(change: dict[str, Any]):
    with pytest.raises(BadInput, match="bad_input") as refused:
        parse(VOTING, "vote", VOTE | change)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


@pytest.mark.parametrize("length", [8, 40])
def test_an_id_of_8_to_40_characters_is_read(length: int):
    assert parse(VOTING, "vote", VOTE | {"id": "x" * length})


def test_an_act_of_another_activity_is_refused():
    with pytest.raises(NotAllowed, match="act_unknown"):
        VOTING.apply(Room(VOTING, people=()).scene, HideWord(word="bank", on=True), FACILITATOR)


class Dots(StepOptions):
    """Options for these tests."""

    budget: int = 3


def test_what_was_set_for_a_step_is_read_once_for_each_version_of_it():
    few, many = Step("a", "voting", "A", {"budget": 2}), Step("a", "voting", "A", {"budget": 9})
    assert (Dots.of(few).budget, Dots.of(many).budget) == (2, 9)
    assert Dots.of(few) is Dots.of(few)
    assert isinstance(StepOptions.of(few), StepOptions)
    assert not isinstance(StepOptions.of(few), Dots)


def test_wrong_options_of_a_step_are_refused_every_time():
    wrong = Step("a", "voting", "A", {"budget": "veel"})
    for _ in range(2):
        with pytest.raises(BadInput, match="bad_input"):
            Dots.of(wrong)
