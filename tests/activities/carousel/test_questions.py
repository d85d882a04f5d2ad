"""Typed questions: asked of the owner alone, answered aloud, ticked, kept for the report."""

from typing import Any

import pytest

from plekberaad_app.activities.carousel.rules import Carousel
from plekberaad_app.activities.carousel.views import AskedView, OwnQuestion
from plekberaad_app.activities.contract.activity import Actor, Audience
from plekberaad_app.activities.kit.writing import MAX_WRITTEN
from tests.activities.carousel.scenes import (
    PEOPLE,
    F,
    a,
    b,
    c,
    carousel,
    challenge_of,
    d,
    e,
    refusal,
)
from tests.activities.scenes import FACILITATOR, Room, on_behalf_of

NEW = {"id": "question-1", "text": "Wie mag er zitten?", "round": 1}
OWNER, THINKER = Audience("phone", 1, "owner"), Audience("phone", 1, "thinker")
ELSEWHERE = Audience("phone", 2, "owner")
PROJECTOR, TABLET = Audience("projector"), Audience("tablet")


def asking() -> Room:
    """Round 1 stands in its questions."""
    return carousel().go_to("questions")


def asked() -> Room:
    """C has typed a question for A."""
    room = asking()
    room.act(c, "ask_question", **NEW)
    return room


def view(room: Room, audience: Audience) -> Any:
    return Carousel().face(room.scene, audience).view


def at_table(room: Room, audience: Audience, table: int = 1) -> Any:
    shown = view(room, audience)
    tables = shown.tables if audience.screen == "tablet" else shown.owners
    return next(each for each in tables if each.table == table)


def test_a_question_stands_with_its_table_round_phase_and_challenge():
    (stored,) = asking().act(c, "ask_question", **NEW | {"text": "  Wie   mag er zitten? "})
    assert (stored.kind, stored.round, stored.table, stored.phase) == (
        "question",
        1,
        1,
        "questions",
    )
    assert (stored.challenge_id, stored.author) == ("challenge-1", c.author)
    assert stored.payload == {"text": "Wie mag er zitten?", "answered": False}


def test_while_the_owner_explains_it_is_too_early_for_questions():
    room = carousel().go_to("explain")
    assert refusal(room, c, "ask_question", **NEW) == "carousel.too_early_to_ask"


@pytest.mark.parametrize("phase", ["ideas", "review", "next_step"])
def test_what_was_being_typed_when_the_time_was_up_can_still_be_sent(phase: str):
    (late,) = carousel().go_to(phase).act(c, "ask_question", **NEW)
    assert (late.round, late.phase) == (1, phase)


def test_an_owner_asks_themselves_nothing():
    assert refusal(asking(), a, "ask_question", **NEW) == "owner_listens"
    assert asking().act(b, "ask_question", **NEW)


def test_the_same_question_sent_twice_stands_once():
    room = asked()
    assert room.act(c, "ask_question", **NEW) == ()
    assert refusal(room, b, "ask_question", **NEW) == "id_taken"


@pytest.mark.parametrize(
    ("text", "code"), [(" \n", "text_empty"), ("x" * 281, "text_too_long"), (None, "bad_input")]
)
def test_a_question_that_is_no_good_is_refused(text: str | None, code: str):
    assert refusal(asking(), c, "ask_question", **NEW | {"text": text}) == code


def test_a_flood_of_questions_is_stopped():
    room = asking()
    for number in range(MAX_WRITTEN):
        room.act(c, "ask_question", **NEW | {"id": f"question-{number}"})
    assert refusal(room, c, "ask_question", **NEW | {"id": "question-more"}) == "too_many_questions"


def test_an_idea_and_a_question_are_not_mistaken_for_each_other():
    room = asked().go_to("ideas")
    assert refusal(room, c, "add_idea", **NEW) == "id_taken"
    assert refusal(room, c, "change_idea", id="question-1", text="Anders") == "idea_unknown"
    room.act(c, "add_idea", **NEW | {"id": "idea-0001"})
    assert refusal(room, c, "take_back_question", id="idea-0001") == "question_unknown"


def test_the_author_alone_takes_a_question_back():
    room = asked()
    for other in (a, b, d, FACILITATOR):
        assert refusal(room, other, "take_back_question", id="question-1") == "not_your_question"
    (shell,) = room.act(c, "take_back_question", id="question-1")
    assert (shell.withdrawn, shell.payload) == (True, {})
    assert room.act(c, "take_back_question", id="question-1") == ()
    assert view(room, OWNER).questions == ()


def test_the_owner_alone_reads_it_on_a_phone():
    room = asked()
    assert view(room, OWNER).questions == (
        AskedView(
            id="question-1", hidden=False, text="Wie mag er zitten?", held="", answered=False
        ),
    )
    assert view(room, ELSEWHERE).questions == ()
    assert "Wie mag er zitten?" not in str(Carousel().face(room.scene, THINKER))


def test_the_projector_counts_what_is_not_answered_and_shows_no_text():
    room = asked()
    assert at_table(room, PROJECTOR).questions == 1
    assert "Wie mag er zitten?" not in str(Carousel().face(room.scene, PROJECTOR))
    room.act(a, "tick_question", id="question-1", on=True)
    assert at_table(room, PROJECTOR).questions == 0


def test_the_tablet_reads_it_out_for_an_owner_without_a_phone():
    room = asked()
    (question,) = at_table(room, TABLET).questions
    assert (question.id, question.text) == ("question-1", "Wie mag er zitten?")
    assert at_table(room, TABLET, 2).questions == ()


def test_the_owner_or_the_facilitator_ticks_that_it_was_answered():
    for actor in (a, FACILITATOR):
        room = asked()
        (ticked,) = room.act(actor, "tick_question", id="question-1", on=True)
        assert ticked.payload["answered"] is True
        assert room.act(actor, "tick_question", id="question-1", on=True) == ()
        room.act(actor, "tick_question", id="question-1", on=False)
        assert view(room, OWNER).questions[0].answered is False


@pytest.mark.parametrize("other", [b, c, d, e])
def test_nobody_else_ticks_a_question(other: Actor):
    room = asked()
    assert refusal(room, other, "tick_question", id="question-1", on=True) == "carousel.owners_only"


def test_a_hidden_question_is_with_its_author_and_the_tablet_only():
    room = asked()
    room.hide("question-1")
    assert view(room, OWNER).questions == ()
    assert at_table(room, PROJECTOR).questions == 0
    assert at_table(room, TABLET).questions[0].hidden is True
    assert refusal(room, a, "tick_question", id="question-1", on=True) == "question_unknown"


def test_the_author_sees_on_their_own_phone_that_it_was_answered():
    room = asked()
    room.act(a, "tick_question", id="question-1", on=True)
    assert Carousel().personal(room.scene, c.author).questions == (
        OwnQuestion(
            id="question-1",
            round=1,
            hidden=False,
            text="Wie mag er zitten?",
            held="",
            answered=True,
        ),
    )
    assert Carousel().personal(room.scene, b.author).questions == ()


def test_a_question_is_asked_for_a_person_without_a_phone():
    room = asking()
    room.act(on_behalf_of(F), "ask_question", **NEW | {"person": 6})
    assert view(room, ELSEWHERE).questions[0].id == "question-1"


def test_the_questions_of_a_round_are_for_its_owner_only():
    room = asked().go_to("questions", 2)
    assert view(room, OWNER).questions == ()
    room.act(a, "ask_question", **NEW | {"id": "question-2", "round": 2})
    assert [each.id for each in view(room, OWNER).questions] == ["question-2"]


def test_private_writing_is_about_ideas_a_question_reaches_its_owner():
    room = carousel(is_private=True).go_to("questions")
    room.act(c, "ask_question", **NEW)
    assert len(view(room, OWNER).questions) == 1


def test_the_report_has_the_questions_of_each_round_without_the_hidden_ones():
    room = asked()
    room.act(b, "ask_question", **NEW | {"id": "question-2", "text": "Voor wie?"})
    room.hide("question-2")
    first = Carousel().report(room.scene)[0]
    assert [each.text for each in first.questions] == ["Wie mag er zitten?"]


def test_a_round_that_left_only_a_question_was_held():
    room = Room(Carousel(), PEOPLE, (challenge_of(PEOPLE[0]),), options={"rounds": 1}, tables=2)
    room.begin().go_to("questions").act(c, "ask_question", **NEW)
    assert [len(each.questions) for each in Carousel().report(room.end().scene)] == [1]
