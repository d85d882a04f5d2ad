"""Review and next step: the owner alone marks, asks and decides, in their own round."""

from dataclasses import replace

import pytest

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.contract.activity import Actor
from tests.activities.carousel.scenes import (
    A,
    F,
    a,
    b,
    c,
    carousel,
    challenge_of,
    d,
    e,
    idea,
    refusal,
)
from tests.activities.scenes import FACILITATOR, Room, on_behalf_of

STEP = {"what": "Ik bel de gemeente", "who": "Samen met C", "when": "Maandag"}


def reviewed() -> Room:
    """Round 1 is in review; C has written an idea for A."""
    room = carousel()
    idea(room, c)
    return room.go_to("review")


def payload(room: Room, item_id: str = "idea-0001") -> dict:
    found = room.board.get(item_id)
    assert found is not None
    return dict(found.payload)


@pytest.mark.parametrize("phase", ["review", "next_step"])
@pytest.mark.parametrize(
    ("name", "field"), [("mark_idea", "marked"), ("ask_clarification", "asked")]
)
def test_the_owner_marks_and_asks_in_review_and_after_it(phase: str, name: str, field: str):
    room = reviewed().go_to(phase)
    room.act(a, name, id="idea-0001", on=True)
    assert payload(room)[field] is True
    assert room.act(a, name, id="idea-0001", on=True) == ()
    room.act(a, name, id="idea-0001", on=False)
    assert payload(room)[field] is False


@pytest.mark.parametrize("name", ["mark_idea", "ask_clarification"])
@pytest.mark.parametrize("other", [b, c, d, e, FACILITATOR])
def test_nobody_but_the_owner_marks_or_asks(name: str, other: Actor):
    assert refusal(reviewed(), other, name, id="idea-0001", on=True) == "carousel.owners_only"


@pytest.mark.parametrize("name", ["mark_idea", "ask_clarification"])
@pytest.mark.parametrize(("phase", "number"), [("ideas", 1), ("explain", 2), ("review", 2)])
def test_outside_the_review_of_that_round_the_owner_cannot_mark(name, phase, number):
    room = reviewed().go_to(phase, number)
    assert refusal(room, a, name, id="idea-0001", on=True) == "carousel.not_in_review"


@pytest.mark.parametrize("value", [1, "true", None])
def test_a_mark_is_yes_or_no(value):
    assert refusal(reviewed(), a, "mark_idea", id="idea-0001", on=value) == "bad_input"


def test_what_the_owner_cannot_see_the_owner_cannot_mark():
    room = reviewed()
    room.hide("idea-0001")
    assert refusal(room, a, "mark_idea", id="idea-0001", on=True) == "idea_unknown"


def test_the_facilitator_marks_for_an_owner_without_a_phone():
    room = reviewed()
    phoneless = replace(A, has_phone=False)
    room.people = (phoneless, *room.people[1:])
    room.challenges = (challenge_of(phoneless), *room.challenges[1:])
    room.act(on_behalf_of(phoneless), "mark_idea", id="idea-0001", on=True, person=1)
    assert payload(room)["marked"]


@pytest.mark.parametrize("name", ["mark_idea", "ask_clarification"])
def test_anyone_who_has_a_phone_chooses_there_and_nobody_does_it_for_them(name: str):
    marking = {"id": "idea-0001", "on": True, "person": 1}
    assert refusal(reviewed(), on_behalf_of(A), name, **marking) == "carousel.has_phone"


def test_the_author_answers_when_asked():
    room = reviewed()
    assert refusal(room, c, "answer_idea", id="idea-0001", text="Bij de vijver") == (
        "carousel.not_asked"
    )
    room.act(a, "ask_clarification", id="idea-0001", on=True)
    room.act(c, "answer_idea", id="idea-0001", text="Bij de vijver")
    assert payload(room)["answer"] == "Bij de vijver"
    assert Carousel().own_notes(room.scene, c.author)[0].answer == "Bij de vijver"


@pytest.mark.parametrize("other", [a, b, d, FACILITATOR])
def test_nobody_else_answers(other: Actor):
    room = reviewed()
    room.act(a, "ask_clarification", id="idea-0001", on=True)
    assert refusal(room, other, "answer_idea", id="idea-0001", text="x") == "not_your_idea"


def test_the_owner_records_a_next_step_at_their_own_table():
    room = reviewed()
    (step,) = room.act(a, "record_next_step", **STEP)
    assert (step.kind, step.round, step.table) == ("next_step", 1, 1)
    assert (step.challenge_id, step.payload) == ("challenge-1", STEP)
    assert room.act(a, "record_next_step", **STEP) == ()


def test_the_last_word_counts_and_stands_once():
    room = reviewed()
    (first,) = room.act(a, "record_next_step", **STEP)
    (second,) = room.act(a, "not_yet")
    assert (second.id, second.payload) == (first.id, {"not_yet": True})
    (third,) = room.act(a, "record_next_step", what="Toch iets")
    assert third.payload == {"what": "Toch iets", "who": "", "when": ""}


@pytest.mark.parametrize("name", ["record_next_step", "not_yet"])
@pytest.mark.parametrize("phase", ["explain", "questions", "ideas"])
def test_before_the_review_it_is_too_early_to_decide(name: str, phase: str):
    words = {"what": "Iets"} if name == "record_next_step" else {}
    room = carousel().go_to(phase)
    assert refusal(room, a, name, **words) == "carousel.too_early_to_decide"


@pytest.mark.parametrize("other", [b, c, d])
def test_another_person_does_not_decide_for_the_owner(other: Actor):
    assert refusal(reviewed(), other, "record_next_step", **STEP, table=1) == "carousel.owners_only"


def test_after_their_round_an_owner_can_still_say_it_for_that_round():
    room = reviewed().go_to("explain", 2)
    assert refusal(room, a, "record_next_step", **STEP) == "carousel.owners_only"
    (step,) = room.act(a, "record_next_step", **STEP, round=1)
    assert (step.round, step.challenge_id) == (1, "challenge-1")


def test_the_facilitator_records_it_for_a_table_or_a_person():
    room = reviewed()
    (step,) = room.act(FACILITATOR, "record_next_step", **STEP, table=2)
    assert (step.table, step.challenge_id) == (2, "challenge-4")
    room.challenges = (challenge_of(F),)
    room = Room(Carousel(), room.people, (challenge_of(F),), options={"rounds": 1}, tables=2)
    (step,) = room.begin().go_to("review").act(on_behalf_of(F), "not_yet", person=6)
    assert (step.table, step.on_behalf) == (2, "person")


def test_the_facilitator_names_a_table_with_an_owner():
    assert refusal(reviewed(), FACILITATOR, "not_yet") == "carousel.which_table"
    assert refusal(reviewed(), FACILITATOR, "not_yet", table=3) == "carousel.no_owner_here"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"what": " "}, "text_empty"),
        ({"what": "x" * 281}, "text_too_long"),
        ({"who": "x" * 81}, "text_too_long"),
        ({"when": "x" * 81}, "text_too_long"),
        ({"what": None}, "bad_input"),
        ({"table": "1"}, "bad_input"),
        ({"round": 0}, "bad_input"),
        ({"more": 1}, "bad_input"),
    ],
)
def test_a_next_step_that_is_no_good_is_refused(change: dict, code: str):
    assert refusal(reviewed(), a, "record_next_step", **STEP | change) == code


def test_who_and_when_stand_on_one_line_and_may_stay_open():
    room = reviewed()
    (step,) = room.act(a, "record_next_step", what="Iets", who="C\nen D", when="")
    assert step.payload == {"what": "Iets", "who": "C en D", "when": ""}


def test_a_first_step_that_is_missing_can_wait_and_so_can_ideas_that_are_being_written():
    found = Carousel().obstacle(carousel().go_to("next_step").scene)
    assert found
    assert found.can_wait
    room = carousel(is_private=True)
    idea(room, c)
    secret = Carousel().obstacle(room.scene)
    assert secret
    assert secret.can_wait
    waiting = Carousel().obstacle(room.go_to("review").scene)
    assert waiting
    assert not waiting.can_wait
