"""A wall: who may write when, what nobody sees before its time, and what is left of it."""

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import pytest

from plekberaad_app.activities.contract.activity import Actor, Audience, Face, Say, ScreenName
from plekberaad_app.activities.contract.report import Heading, Quotes, Section
from plekberaad_app.activities.kit.question import MAX_QUESTION
from plekberaad_app.activities.kit.writing import MAX_CHARACTERS, MAX_WRITTEN
from plekberaad_app.activities.voting.rules import Voting
from plekberaad_app.activities.wall.option_fields import FORM
from plekberaad_app.activities.wall.rules import Wall
from plekberaad_app.activities.wall.views import TableCount
from plekberaad_app.core.errors import BadInput, DomainError
from tests.activities.scenes import FACILITATOR, Room, actor_of, on_behalf_of, person

A, B = person(1, 1, 1), person(2, 2, 1)
LATE = person(3)
NO_PHONE = person(4, 2, 2, has_phone=False)
PEOPLE = (A, B, LATE, NO_PHONE)
a, b, late = (actor_of(who) for who in (A, B, LATE))
QUESTION = "Wat mis je hier?"
SCREENS: tuple[ScreenName, ...] = ("phone", "projector", "tablet")
# Words that occur nowhere else.
SECRET, HIDDEN = "zeesterrenbad", "kwartelkraam"


def wall(**options: Any) -> Room:
    """A wall on which people write now."""
    asked = {"question": QUESTION} | options
    return Room(Wall(), PEOPLE, options=asked, tables=2).begin()


def note(room: Room, actor: Actor, text: str = "Een bank", id: str = "note-0001", **more: Any):
    return room.act(actor, "add_note", **({"id": id, "text": text, "round": 1} | more))


def refusal(room: Room, actor: Actor, name: str, **payload: Any) -> str:
    """The code with which an act is refused; the board is left as it was."""
    before = room.board
    with pytest.raises(DomainError) as refused:
        room.act(actor, name, **payload)
    assert room.board is before
    return refused.value.code


def face(room: Room, screen: Any, table: int | None = None) -> Face:
    return Wall().face(room.scene, Audience(screen, table))


def texts(room: Room, screen: Any, table: int | None = None) -> list[str]:
    return [each.text for each in Wall().notes(room.scene, Audience(screen, table))]


def obstacle_code(room: Room) -> str:
    found = Wall().obstacle(room.scene)
    return found.code if found else ""


def everything(room: Room) -> str:
    """All that leaves the server for eyes other than the author's."""
    looks = [Audience(screen, table) for screen in SCREENS for table in (None, 1, 2)]
    faces = [Wall().face(room.scene, look) for look in looks]
    walls = [Wall().notes(room.scene, look) for look in looks]
    left = Wall().report(room.scene), Wall().outcomes(room.scene)
    return repr((faces, walls, left, Wall().own_notes(room.scene, b.author)))


def test_there_are_five_minutes_to_write_and_three_to_read():
    stops = Wall().stops(wall().step)
    assert [(stop.phase, stop.length, stop.hurries) for stop in stops] == [
        ("write", timedelta(minutes=5), True),
        ("look", timedelta(minutes=3), False),
    ]


def test_nobody_writes_before_it_begins():
    room = wall()
    room.stop_index = -1
    assert refusal(room, a, "add_note", id="note-0001", text="x", round=1) == "wall.too_early"
    assert refusal(room, FACILITATOR, "open") == "wall.too_early"


@pytest.mark.parametrize("phase", ["write", "look", "over"])
def test_a_note_that_was_on_its_way_is_taken_in_every_later_phase(phase):
    room = wall()
    room = room.end() if phase == "over" else room.go_to(phase)
    note(room, a)
    assert texts(room, "projector") == ["Een bank"]


def test_the_same_note_sent_twice_is_one():
    room = wall()
    assert len(note(room, a)) == 1
    assert note(room, a) == ()
    assert refusal(room, b, "add_note", id="note-0001", text="x", round=1) == "id_taken"


def test_the_longest_text_fits_and_one_letter_more_does_not():
    room = wall()
    note(room, a, "é" * MAX_CHARACTERS)
    with pytest.raises(BadInput):
        note(room, a, "é" * (MAX_CHARACTERS + 1), id="note-0002")
    with pytest.raises(BadInput):
        note(room, a, "  ", id="note-0003")


def test_the_hundredth_note_of_one_person_is_the_last():
    room = wall()
    for number in range(MAX_WRITTEN):
        note(room, a, id=f"note-{number:04}")
    more = {"id": "note-more", "text": "x", "round": 1}
    assert refusal(room, a, "add_note", **more) == "wall.too_many"
    note(room, b, id="note-more")


def test_on_a_wall_for_all_everybody_reads_everything():
    room = wall()
    note(room, a)
    note(room, b, "Een boom", id="note-0002")
    for look in ((screen, table) for screen in SCREENS for table in (1, 2, None)):
        assert texts(room, *look) == ["Een bank", "Een boom"]


def test_on_a_wall_per_table_a_phone_reads_its_own_table_and_the_room_sees_all():
    room = wall(is_per_table=True)
    note(room, a)
    note(room, b, "Een boom", id="note-0002")
    note(room, late, "Een fontein", id="note-0003")
    assert texts(room, "phone", 1) == ["Een bank"]
    assert texts(room, "phone", 2) == ["Een boom"]
    assert texts(room, "phone") == ["Een fontein"]
    assert (
        texts(room, "projector") == texts(room, "tablet") == ["Een bank", "Een boom", "Een fontein"]
    )


def test_a_private_note_is_in_no_other_view_until_the_wall_is_opened():
    room = wall(is_private=True)
    note(room, a, SECRET)
    for _ in ("write", "look", "over"):
        assert SECRET not in everything(room)
        assert SECRET in repr(Wall().own_notes(room.scene, a.author))
        room.stop_index += 1
    room.stop_index = 0
    room.act(FACILITATOR, "open")
    assert SECRET in everything(room)
    assert texts(room, "phone", 2) == [SECRET]


def test_only_the_facilitator_opens_a_wall_and_once():
    room = wall(is_private=True)
    assert refusal(room, a, "open") == "wall.facilitator_only"
    assert len(room.act(FACILITATOR, "open")) == 1
    assert room.act(FACILITATOR, "open") == ()


def test_an_opened_wall_stays_open_when_the_room_steps_back():
    room = wall(is_private=True)
    note(room, a)
    room.act(FACILITATOR, "open")
    room.go_to("look").go_to("write")
    assert texts(room, "phone", 2) == ["Een bank"]
    assert face(room, "phone").line.key == "wall.line.all.write.open"


def test_a_hidden_note_is_on_the_tablet_and_its_authors_phone_alone():
    room = wall()
    note(room, a, HIDDEN)
    room.hide("note-0001")
    for screen in ("phone", "projector"):
        assert HIDDEN not in repr((face(room, screen, 1), texts(room, screen, 1)))
    assert HIDDEN not in repr((Wall().report(room.scene), Wall().outcomes(room.scene)))
    assert [each.hidden for each in Wall().notes(room.scene, Audience("tablet"))] == [True]
    assert Wall().own_notes(room.scene, a.author)[0].hidden


@pytest.mark.parametrize("is_change", [False, True])
def test_a_note_with_a_telephone_number_waits_for_the_facilitator(is_change):
    room = wall()
    if is_change:
        note(room, a)
        room.act(a, "change_note", id="note-0001", text="Bel 06 12345678")
    else:
        note(room, a, "Bel 06 12345678")
    assert texts(room, "projector") == []
    assert Wall().notes(room.scene, Audience("tablet"))[0].held == "phone"


def test_an_author_changes_and_takes_back_their_own_note_and_nobody_elses():
    room = wall()
    note(room, a)
    assert refusal(room, b, "change_note", id="note-0001", text="x") == "not_your_note"
    assert refusal(room, b, "take_back_note", id="note-0001") == "not_your_note"
    room.act(a, "change_note", id="note-0001", text="Twee banken")
    assert texts(room, "projector") == ["Twee banken"]
    room.act(a, "take_back_note", id="note-0001")
    assert texts(room, "projector") == []
    assert Wall().own_notes(room.scene, a.author) == ()
    assert refusal(room, a, "change_note", id="note-0001", text="x") == "note_unknown"


def test_after_the_step_the_words_stand_and_a_note_can_still_be_taken_back():
    room = wall()
    note(room, a)
    room.end()
    assert refusal(room, a, "change_note", id="note-0001", text="x") == "wall.words_stand"
    room.act(a, "take_back_note", id="note-0001")
    assert texts(room, "projector") == []


def test_a_paper_note_hangs_with_the_person_or_the_table_it_came_from():
    room = wall()
    note(room, on_behalf_of(NO_PHONE), "Licht", person=4)
    of_table = replace(FACILITATOR, on_behalf="table")
    note(room, of_table, "Water", id="note-0002", table=1, behalf="table")
    note(room, FACILITATOR, "Koffie", id="note-0003")
    hung = Wall().notes(room.scene, Audience("tablet"))
    assert [(each.text, each.table, each.paper) for each in hung] == [
        ("Licht", 2, True),
        ("Water", 1, True),
        ("Koffie", 0, True),
    ]
    too_far = {"id": "note-0004", "text": "x", "round": 1, "table": 3}
    assert refusal(room, of_table, "add_note", **too_far) == "wall.no_table"
    assert refusal(room, a, "add_note", **too_far, person=4) == "wall.only_for_yourself"


def test_the_tablet_counts_who_wrote_and_paper_of_a_table_counts_for_nobody():
    room = wall(is_private=True)
    note(room, a)
    note(room, a, id="note-0002")
    note(room, replace(FACILITATOR, on_behalf="table"), id="note-0003", table=2, behalf="table")
    shown = face(room, "tablet").view
    assert (shown.writers, shown.people, shown.notes) == (1, 4, 3)
    assert shown.per_table == (TableCount(1, 2), TableCount(2, 1))
    assert [each.number for each in shown.phoneless] == [4]


def test_a_phone_hears_nothing_that_changes_with_every_note():
    room = wall()
    before = face(room, "phone", 1)
    note(room, a)
    assert face(room, "phone", 1) == before


def test_what_is_in_the_way_goes_when_it_is_mended():
    room = wall(question="", is_per_table=True)
    room.stop_index = -1
    assert obstacle_code(room) == "wall.no_question"
    room.options["question"] = QUESTION
    assert obstacle_code(room) == ""
    room.people = (LATE,)
    assert obstacle_code(room) == "wall.no_tables"


def test_private_notes_hold_up_the_room_and_an_empty_wall_does_not():
    room = wall(is_private=True)
    found = Wall().obstacle(room.scene)
    assert found is not None
    assert (found.code, found.is_blocking) == ("wall.nothing_yet", False)
    note(room, a)
    assert obstacle_code(room) == "wall.open_first"
    room.act(FACILITATOR, "open")
    assert obstacle_code(room) == ""


def test_the_report_has_the_question_and_the_notes_counted():
    room = wall()
    assert Wall().report(room.scene) == ()
    note(room, a)
    note(room, b, "Een boom", id="note-0002")
    asked, hung = Wall().report(room.scene)
    assert asked == Heading(QUESTION)
    assert isinstance(hung, Quotes)
    assert hung.title == Say("wall.report.notes", {"n": 2})
    assert [quote.text for quote in hung.quotes] == ["Een bank", "Een boom"]


def test_the_report_of_a_wall_per_table_has_a_section_for_each():
    room = wall(is_per_table=True)
    note(room, b)
    note(room, late, "Een boom", id="note-0002")
    _, nowhere, at_table = Wall().report(room.scene)
    assert isinstance(nowhere, Quotes)
    assert isinstance(at_table, Section)
    assert (at_table.table, [quote.text for quote in at_table.ideas]) == (2, ["Een bank"])


def test_a_later_vote_takes_up_the_notes_without_a_trace_of_who_wrote_them():
    room = wall()
    note(room, a, HIDDEN)
    room.hide("note-0001")
    note(room, a, id="note-0002")
    note(room, b, "Een boom", id="note-0003")
    published = Wall().outcomes(room.scene)
    assert [(each.kind, each.text, each.table) for each in published] == [
        ("note", "Een bank", 1),
        ("note", "Een boom", 2),
    ]
    assert a.author not in repr([asdict(each) for each in published])
    vote = Room(
        Voting(),
        PEOPLE,
        options={"source": "outcomes", "from_step": room.step.id},
        steps_before=(room.step,),
        board=room.board,
    ).begin()
    shown = Voting().face(vote.scene, Audience("phone")).view.choices
    assert [choice.label for choice in shown] == ["Een bank", "Een boom"]


def test_the_form_is_read_as_it_is_set():
    form = {
        "question": QUESTION,
        "is_per_table": "per_table",
        "write": "2,5",
        "look": "",
        "is_private": "on",
    }
    assert Wall().options(FORM.read(form)).model_dump() == {
        "question": QUESTION,
        "is_private": True,
        "is_per_table": True,
        "write": 150,
        "look": 180,
        "offers_contact": False,
    }
    with pytest.raises(BadInput, match="minutes_unreadable"):
        FORM.read({"write": "kort"})
    with pytest.raises(BadInput):
        Wall().options({"question": "x" * (MAX_QUESTION + 1)})
