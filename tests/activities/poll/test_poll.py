"""Answers that can be changed until the phase ends, and a result that nobody sees before it."""

import json
import random
from dataclasses import asdict
from typing import Any

import pytest

from plekberaad_app.activities.contract.activity import Actor, Audience, Face, Say
from plekberaad_app.activities.contract.demo import Guest, Minds
from plekberaad_app.activities.contract.discovery import demo_of
from plekberaad_app.activities.contract.report import (
    Counts,
    Heading,
    Paragraph,
    Table,
    in_cell,
    said,
)
from plekberaad_app.activities.kit.for_somebody import Phoneless
from plekberaad_app.activities.poll.counting import Scale, TablePoints
from plekberaad_app.activities.poll.option_fields import FORM
from plekberaad_app.activities.poll.options import MAX_CHOICES, MAX_RANKED
from plekberaad_app.activities.poll.rules import Poll
from plekberaad_app.activities.poll.views import ResultView
from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.core.pending_review import decided
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n import catalogue
from plekberaad_app.platform.i18n.direction import isolated
from tests.activities.scenes import FACILITATOR, Room, actor_of, on_behalf_of, person

ANN, BEN, COR = person(1, 1, 1), person(2, 1, 2), person(3, 2, 1, has_phone=False)
SCREENS = ("phone", "projector", "tablet")
CHOICES = ["Een bank", "Een boom", "Een feest"]
KINDS = ("choice", "scale", "cloud", "quiz", "ranking")
CLOUD: dict[str, Any] = {"kind": "cloud", "choices": []}
QUIZ: dict[str, Any] = {"kind": "quiz", "right": 2}


def room(**options: object) -> Room:
    asked = {"question": "Wat komt er op het plein?", "choices": CHOICES, "low": "nee", "right": 1}
    return Room(Poll(), (ANN, BEN, COR), options=asked | options).begin()


def choose(in_room: Room, who: Actor, number: int | str, *, on: bool = True) -> None:
    choice = f"choice-{number}" if isinstance(number, int) else number
    number_of = who.person.number if who.is_facilitator and who.person else None
    in_room.act(who, "choose", choice=choice, on=on, person=number_of)


def face(in_room: Room, screen: Any) -> Face:
    return Poll().face(in_room.scene, Audience(screen))


def places(in_room: Room, who: Actor) -> dict[str, int]:
    return dict(Poll().personal(in_room.scene, who.author).places)


def result(in_room: Room, screen: Any = "projector") -> list[tuple[str, int]]:
    rows = face(in_room.go_to("result"), screen).view.rows
    return [(row.label, row.total) for row in rows]


def cloud(in_room: Room, screen: Any = "phone") -> list[tuple[str, int]]:
    words = face(in_room.go_to("result"), screen).view.cloud
    return [(each.word, each.count) for each in words]


def counts(in_room: Room) -> list[Counts]:
    return [block for block in Poll().report(in_room.scene) if isinstance(block, Counts)]


def refusal(in_room: Room, who: Actor, name: str, **payload: object) -> str:
    with pytest.raises(DomainError) as refused:
        in_room.act(who, name, **payload)
    return refused.value.code


def test_another_choice_takes_the_place_of_the_first():
    poll = room()
    for number in (1, 3):
        choose(poll, actor_of(ANN), number)
    assert places(poll, actor_of(ANN)) == {"choice-3": 1}
    assert result(poll) == [("Een bank", 0), ("Een boom", 0), ("Een feest", 1)]


def test_the_same_answer_sent_twice_changes_nothing():
    poll = room()
    choose(poll, actor_of(ANN), 1)
    assert poll.act(actor_of(ANN), "choose", choice="choice-1") == ()
    assert face(poll, "projector").view.answered == 1


def test_with_several_answers_each_is_added_and_taken_back():
    poll = room(several=True)
    for number in (3, 1, 2):
        choose(poll, actor_of(ANN), number)
    choose(poll, actor_of(ANN), 1, on=False)
    assert places(poll, actor_of(ANN)) == {"choice-3": 1, "choice-2": 2}


def test_who_takes_the_last_answer_back_has_not_answered_and_may_answer_again():
    poll = room(several=True)
    choose(poll, actor_of(ANN), 1)
    choose(poll, actor_of(ANN), 1, on=False)
    assert face(poll, "projector").view.answered == 0
    choose(poll, actor_of(ANN), 2)
    assert result(poll)[1] == ("Een boom", 1)


def test_a_ranking_goes_by_the_order_of_the_taps():
    poll = room(kind="ranking")
    for number in (2, 1):
        choose(poll, actor_of(ANN), number)
    choose(poll, actor_of(BEN), 1)
    assert places(poll, actor_of(ANN)) == {"choice-2": 1, "choice-1": 2}
    assert result(poll) == [("Een bank", 5), ("Een boom", 3), ("Een feest", 0)]


def test_a_scale_has_five_steps_an_average_and_a_spread():
    poll = room(kind="scale")
    choose(poll, actor_of(ANN), "5")
    choose(poll, actor_of(BEN), "2")
    assert [total for _, total in result(poll)] == [0, 1, 0, 0, 1]
    scale = face(poll, "projector").view.scale
    assert scale == Scale(average=35, spread=15, agreement="wide")
    assert refusal(poll.go_to("answer"), actor_of(ANN), "choose", choice="6") == (
        "poll.choice_unknown"
    )


def test_equal_words_are_counted_together_and_new_words_replace_the_old():
    poll = room(**CLOUD)
    poll.act(actor_of(ANN), "say_words", word1="Rust")
    poll.act(actor_of(ANN), "say_words", word1="café", word3="groen")
    poll.act(actor_of(BEN), "say_words", word1="Café", word2="CAFE")
    assert Poll().personal(poll.scene, actor_of(ANN).author).words == ("café", "groen", "")
    assert cloud(poll) == [("café", 2), ("groen", 1)]


def test_a_word_of_24_characters_fits_and_one_of_25_does_not():
    poll = room(**CLOUD)
    poll.act(actor_of(ANN), "say_words", word1="x" * 24)
    assert refusal(poll, actor_of(ANN), "say_words", word1="x" * 25) == "text_too_long"
    assert cloud(poll) == [("x" * 24, 1)]


def test_words_that_may_lead_to_a_person_wait_for_the_facilitator():
    poll = room(**CLOUD)
    poll.act(actor_of(ANN), "say_words", word1="ann@example.nl")
    for screen in ("phone", "projector"):
        assert "example" not in json.dumps(asdict(face(poll, screen).view))
    (waiting,) = face(poll, "tablet").view.waiting
    assert (waiting.text, waiting.held) == ("ann@example.nl", "email")
    assert Poll().personal(poll.scene, actor_of(ANN).author).held == "email"
    assert cloud(poll) == []
    item = poll.board.get(waiting.id)
    assert item
    poll.board = poll.board.with_changes([decided(item, hidden=False)])
    assert cloud(poll) == [("ann@example.nl", 1)]
    assert face(poll, "tablet").view.waiting == ()


def test_other_words_in_place_of_those_that_waited_are_shown():
    poll = room(**CLOUD)
    poll.act(actor_of(ANN), "say_words", word1="ann@example.nl")
    poll.act(actor_of(ANN), "say_words", word1="rust")
    assert cloud(poll) == [("rust", 1)]


def test_a_word_that_the_facilitator_takes_off_is_on_the_tablet_alone_and_comes_back():
    poll = room(**CLOUD)
    poll.act(actor_of(ANN), "say_words", word1="stom", word2="groen")
    poll.act(FACILITATOR, "hide_word", word="stom", on=True)
    assert cloud(poll) == [("groen", 1)]
    assert cloud(poll, "tablet") == [("groen", 1), ("stom", 1)]
    assert [block.rows for block in counts(poll)] == [(("groen", 1),)]
    assert [each.text for each in Poll().outcomes(poll.scene)] == ["groen"]
    poll.act(FACILITATOR, "hide_word", word="stom", on=False)
    assert len(cloud(poll)) == 2


def test_the_projector_shows_forty_words_with_the_largest_in_the_middle():
    poll = room(**CLOUD)
    for number in range(1, 21):
        said = {"word1": f"een{number}", "word2": f"twee{number}", "word3": "groen"}
        poll.act(actor_of(person(number)), "say_words", **said)
    assert face(poll, "projector").view.more == 0
    shown = face(poll.go_to("result"), "projector").view
    assert (len(shown.cloud), shown.more) == (40, 1)
    assert shown.cloud[20].word == "groen"


def test_choosing_is_no_answer_to_a_word_cloud_nor_words_to_a_choice():
    assert refusal(room(**CLOUD), actor_of(ANN), "choose", choice="choice-1") == (
        "poll.choice_unknown"
    )
    assert refusal(room(), actor_of(ANN), "say_words", word1="x") == "poll.other_kind"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("screen", SCREENS)
def test_before_the_result_no_screen_learns_what_was_answered(kind: str, screen: str):
    poll = room(kind=kind)
    before = {**asdict(face(poll, screen).view), "answered": 0}
    if kind == "cloud":
        poll.act(actor_of(ANN), "say_words", word1="zonnewijzer")
    else:
        choose(poll, actor_of(ANN), "4" if kind == "scale" else 2)
    after = asdict(face(poll, screen).view)
    assert {**after, "answered": 0} == before
    assert "zonnewijzer" not in json.dumps(after)
    assert actor_of(ANN).author not in json.dumps(after)
    assert Poll().report(poll.scene) == ()
    assert Poll().outcomes(poll.scene) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_result_that_is_told_later_is_on_the_tablet_alone(kind: str):
    poll = room(kind=kind, told_later=True)
    if kind == "cloud":
        poll.act(actor_of(ANN), "say_words", word1="zonnewijzer")
    else:
        choose(poll, actor_of(ANN), "4" if kind == "scale" else 2)
    assert refusal(poll, FACILITATOR, "tell_result", on=True) == "poll.nothing_to_tell"
    poll.go_to("result")
    nothing = asdict(ResultView())
    for screen in ("phone", "projector"):
        assert asdict(face(poll, screen).view).items() >= nothing.items()
    tablet = face(poll, "tablet").view
    assert tablet.rows or tablet.cloud
    assert refusal(poll, actor_of(ANN), "tell_result", on=True) == "poll.facilitator_only"
    poll.act(FACILITATOR, "tell_result", on=True)
    shown = face(poll, "projector").view
    assert shown.is_told
    assert shown.rows or shown.cloud


@pytest.mark.parametrize("told_later", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_without_an_answer_every_screen_says_the_same_and_there_is_nothing_to_tell(
    kind: str, told_later: bool
):
    poll = room(kind=kind, told_later=told_later)
    assert not face(poll, "phone").view.is_empty
    found = [face(poll.go_to("result"), screen) for screen in SCREENS]
    assert {each.line.key for each in found} == {"poll.line.all.empty"}
    assert all(each.view.is_empty for each in found)
    if kind == "cloud":
        poll.go_to("answer").act(actor_of(ANN), "say_words", word1="rust")
    else:
        choose(poll.go_to("answer"), actor_of(ANN), "4" if kind == "scale" else 2)
    assert not any(face(poll.go_to("result"), screen).view.is_empty for screen in SCREENS)


def test_a_cloud_of_which_every_word_is_taken_off_has_nothing_to_see():
    poll = room(**CLOUD)
    poll.act(actor_of(ANN), "say_words", word1="Rust")
    poll.go_to("result").act(FACILITATOR, "hide_word", word="rust", on=True)
    assert all(face(poll, screen).view.is_empty for screen in SCREENS)
    assert cloud(poll, "tablet") == [("Rust", 1)]


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_poll_without_answers_the_report_has_the_question_and_says_so(kind: str):
    poll = room(kind=kind).go_to("result")
    asked, told = Poll().report(poll.scene)
    assert asked == Heading("Wat komt er op het plein?")
    assert told == Paragraph(Say("poll.line.all.empty"))


def test_after_going_back_the_result_is_gone_again_and_the_answers_stand():
    poll = room()
    choose(poll, actor_of(ANN), 1)
    poll.go_to("result").go_to("answer")
    assert face(poll, "tablet").view.rows == ()
    choose(poll, actor_of(BEN), 1)
    assert result(poll)[0] == ("Een bank", 2)


def test_the_facilitator_answers_for_somebody_without_a_phone_and_for_nobody_else():
    poll = room()
    choose(poll, on_behalf_of(COR), 1)
    assert result(poll)[0] == ("Een bank", 1)
    poll.go_to("answer")
    asked = {"choice": "choice-1"}
    assert refusal(poll, FACILITATOR, "choose", **asked) == "poll.for_whom"
    assert refusal(poll, on_behalf_of(ANN), "choose", person=1, **asked) == "poll.has_phone"
    assert refusal(poll, actor_of(ANN), "choose", person=3, **asked) == "poll.only_for_yourself"
    (known,) = face(poll, "tablet").view.phoneless
    assert known == Phoneless(number=3, name="C", entered="Een bank")


def test_the_tablet_shows_what_was_entered_for_somebody_but_not_what_they_gave_themselves():
    poll = room(several=True)
    choose(poll, actor_of(COR), 2)
    assert [each.entered for each in face(poll, "tablet").view.phoneless] == [""]
    choose(poll, on_behalf_of(COR), 1)
    choose(poll.go_to("answer"), on_behalf_of(COR), 2)
    (known,) = face(poll, "tablet").view.phoneless
    assert known.entered == "Een bank · Een boom"
    assert "entered" not in json.dumps(asdict(face(poll, "projector").view))


@pytest.mark.parametrize("stop_index", [-1, 1, 2])
def test_outside_the_answers_nobody_answers(stop_index: int):
    poll = room(several=True)
    poll.stop_index = stop_index
    assert refusal(poll, actor_of(ANN), "choose", choice="choice-1") == "poll.closed"
    assert refusal(poll, actor_of(ANN), "say_words", word1="rust") == "poll.closed"


def test_a_latecomer_answers_like_everybody():
    poll = room()
    poll.people = (*poll.people, late := person(4))
    choose(poll, actor_of(late), 2)
    assert face(poll, "tablet").view.people == 4
    assert result(poll)[1] == ("Een boom", 1)


def test_a_quiz_tells_the_right_answer_with_the_result_and_no_earlier():
    poll = room(**QUIZ)
    choose(poll, actor_of(ANN), 2)
    assert "right" not in json.dumps(asdict(face(poll, "phone").view))
    rows = face(poll.go_to("result"), "phone").view.rows
    assert [row.is_right for row in rows] == [False, True, False]


def test_a_quiz_counts_per_table_and_other_kinds_keep_no_table():
    people = tuple(person(number, 1 + number % 2, number) for number in range(1, 11))
    poll = Room(Poll(), people, options=room(**QUIZ).options).begin()
    for who in people:
        choose(poll, actor_of(who), 2 if who.table == 1 or who.number == 1 else 3)
    assert face(poll.go_to("result"), "projector").view.points == (
        TablePoints((1,), 100),
        TablePoints((2,), 20),
    )
    blocks = Poll().report(poll.scene)
    assert [block.rows for block in blocks if isinstance(block, Table)] == [(("1", 100), ("2", 20))]
    plain = room()
    choose(plain, actor_of(ANN), 1)
    assert [item.table for item in plain.board.of_step("step-poll", "answer")] == [None]


def test_what_it_leaves_has_the_question_the_totals_and_the_average():
    poll = room(kind="scale")
    choose(poll, actor_of(ANN), "4")
    told, low, average = Poll().report(poll.go_to("result").scene)
    assert isinstance(told, Counts)
    assert isinstance(average, Table)
    assert (told.question, told.rows[3]) == ("Wat komt er op het plein?", ("4", 1))
    assert [[in_cell(cell) for cell in row] for row in average.rows] == [
        ["4,0", catalogue.text("poll.agreement.close")]
    ]
    assert low == Paragraph(Say("poll.report.end", {"step": 1, "end": "nee"}))


def test_a_report_in_another_language_tells_the_right_answer_and_the_average_in_its_own_way():
    quiz, scale = room(kind="quiz", right=2), room(kind="scale")
    choose(quiz, actor_of(ANN), 2)
    choose(scale, actor_of(ANN), "4")
    (told, *_) = Poll().report(quiz.go_to("result").scene)
    assert isinstance(told, Counts)
    assert said(told.rows[1][0], "en") == f"{isolated(CHOICES[1])} (the right answer)"
    *_, average = Poll().report(scale.go_to("result").scene)
    assert isinstance(average, Table)
    assert in_cell(average.rows[0][0], "en") == "4.0"


def test_what_was_chosen_is_an_outcome_with_its_total():
    poll = room()
    choose(poll, actor_of(ANN), 2)
    (found,) = Poll().outcomes(poll.go_to("result").scene)
    assert (found.kind, found.text, found.tags) == ("choice", "Een boom", {"total-1"})


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"question": " "}, "poll.no_question"),
        ({"choices": ["Een bank"]}, "poll.no_choices"),
        ({"kind": "quiz", "right": 0}, "poll.no_right_answer"),
        ({"kind": "quiz", "right": 4}, "poll.no_right_answer"),
        ({"kind": "ranking", "choices": []}, "poll.no_choices"),
        ({"choices": ["Een bank", "Een boom"]}, ""),
        ({"kind": "scale", "choices": []}, ""),
        (CLOUD, ""),
    ],
)
def test_a_poll_begins_with_a_question_and_something_to_choose(options: Any, code: str):
    poll = room(**options)
    found = Poll().obstacle(poll.scene)
    assert (found.code if found else "") == code == Poll().lacks(poll.step)
    assert Poll().obstacle(poll.go_to("result").scene) is None


@pytest.mark.parametrize("screen", SCREENS)
def test_a_poll_without_a_question_says_what_is_going_on(screen: str):
    poll = room(question="")
    assert face(poll, screen).line.key == "poll.line.all.waiting"
    assert not face(poll, screen).view.is_open
    assert face(poll.go_to("result"), screen).line.key == "poll.line.all.nothing"


@pytest.mark.parametrize(
    "options",
    [
        {"kind": "essay"},
        {"choices": ["x"] * (MAX_CHOICES + 1)},
        {"kind": "ranking", "choices": [str(number) for number in range(MAX_RANKED + 1)]},
        {"choices": ["x" * 81]},
        {"right": "2"},
        {"length": 4},
        {"low": "x" * 41},
    ],
)
def test_options_of_a_wrong_type_or_size_are_refused(options: Any):
    with pytest.raises(BadInput):
        Poll().options(options)


FILLED_IN = {
    "kind": "ranking",
    "question": "Wat?",
    "choices": "a\n\nb",
    "length": "30",
    "right": " ",
}


def test_the_form_reads_a_choice_for_every_line():
    found = FORM.read(FILLED_IN | {"kind": "choice", "several": "on"})
    assert (found["choices"], found["several"]) == (["a", "b"], True)
    assert Poll().options(found).length == 30


def test_a_quiz_whose_right_answer_is_left_empty_has_none_yet():
    assert FORM.read(FILLED_IN | {"kind": "quiz"})["right"] == 0


def test_the_form_of_one_kind_reads_nothing_that_belongs_to_another():
    found = FORM.read(FILLED_IN | {"kind": "scale", "right": "9000", "low": "nee", "high": "ja"})
    common = {"question", "kind", "length", "told_later", "offers_contact"}
    assert set(found) == common | {"low", "high"}


@pytest.mark.parametrize(("kind", "most"), [("ranking", MAX_RANKED), ("choice", MAX_CHOICES)])
def test_the_form_says_how_many_choices_there_may_be(kind: str, most: int):
    lines = "\n".join(map(str, range(most)))
    filled_in = FILLED_IN | {"kind": kind, "choices": lines}
    assert len(Poll().options(FORM.read(filled_in)).choices) == most
    with pytest.raises(BadInput, match=r"poll\.too_many_choices") as refused:
        Poll().options(FORM.read(filled_in | {"choices": f"{lines}\nmeer"}))
    assert refused.value.values == {"most": most, "n": most + 1}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("stop_index", [-1, 0, 1, 2])
def test_every_text_is_in_the_catalogue(kind: str, stop_index: int):
    for told_later in (False, True):
        poll = room(kind=kind, several=told_later, told_later=told_later)
        poll.stop_index = stop_index
        shown = face(poll, "tablet")
        assert shown.script
        wanted = {shown.line.key, shown.script.say.key, shown.script.do.key}
        assert wanted <= catalogue.keys("nl") & catalogue.keys("en")


@pytest.mark.parametrize("kind", KINDS)
def test_simulated_people_answer(kind: str):
    poll, play = room(kind=kind), demo_of("poll")
    assert play
    minds = Minds(random.Random(1))
    for who in (ANN, BEN):
        for turn in play(poll.scene, Guest(who, actor_of(who).author), minds):
            done = turn.choose(poll.scene)
            assert done
            poll.act(actor_of(who), done.act, **done.payload)
    assert face(poll, "projector").view.answered == 2
    poll.go_to("result")
    assert not list(play(poll.scene, Guest(ANN, ""), minds))


def test_a_new_poll_waits_for_a_question():
    step = Step("step", "poll", "Peiling")
    assert [stop.phase for stop in Poll().stops(step)] == ["answer", "result"]
    assert Poll().options({}).kind == "choice"
