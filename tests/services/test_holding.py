"""What seems to lead to a person waits for the facilitator, and its author is told."""

import pytest

from plekberaad_app.activities.interface import Audience
from plekberaad_app.activities.stage import running
from plekberaad_app.live.projections import phone, projector, tablet
from plekberaad_app.services import contributing
from plekberaad_app.services.permission import Visitor
from plekberaad_app.services.reporting import report
from tests.services.rooms import Room, room_in_ideas

NUMBER = "Bel mij: 06-12345678"
IDEA = "idee-0001"


@pytest.fixture
def room(sqlite_store, own_settings, quick_hashes) -> Room:
    return room_in_ideas(people=8)


@pytest.fixture
def author(room: Room) -> Visitor:
    here = running(room.look(), room.now)
    assert here is not None
    thinker = next(
        each for each in room.look().people if here[0].seat(here[1], each)[1] == "thinker"
    )
    return room.visitors[thinker.number - 1]


def wall(room: Room, screen) -> list[dict]:
    audience = Audience("phone", 1, "thinker") if screen is phone else screen.AUDIENCE
    return [dict(note) for note in screen.shared(room.look(), audience, room.now)["notes"]]


def own_note(room: Room, author: Visitor):
    person = room.look().people[room.visitors.index(author)]
    return phone.personal(room.look(), person, author.key, room.now)["mine"][0]


def test_nobody_but_the_facilitator_reads_it_and_the_author_hears_why(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    assert (wall(room, projector), wall(room, phone)) == ([], [])
    (waiting,) = wall(room, tablet)
    assert (waiting["hidden"], waiting["held"]) == (True, "phone")
    assert (own_note(room, author)["hidden"], own_note(room, author)["held"]) == (True, "phone")
    assert not report(room.driver, room.code, room.now).ideas


def test_the_facilitator_lets_it_through(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    contributing.hide(room.driver, room.live_session_id, IDEA, False)
    (shown,) = wall(room, projector)
    assert (shown["text"], "held" in shown) == (NUMBER, False)
    assert own_note(room, author).keys() & {"hidden", "held"} == set()


def test_the_facilitator_keeps_it_back_and_is_not_asked_again(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    contributing.hide(room.driver, room.live_session_id, IDEA, True)
    (kept,) = wall(room, tablet)
    assert (kept["hidden"], "held" in kept) == (True, False)
    assert wall(room, projector) == []


def test_who_takes_the_number_out_is_on_the_wall_at_once(room, author):
    room.act(author, "add_idea", id=IDEA, text=NUMBER)
    room.act(author, "change_idea", id=IDEA, text="Bel mij")
    (shown,) = wall(room, projector)
    assert shown["text"] == "Bel mij"


def test_who_puts_a_number_in_later_waits_too(room, author):
    room.act(author, "add_idea", id=IDEA, text="Bel mij")
    room.act(author, "change_idea", id=IDEA, text=NUMBER)
    assert wall(room, projector) == []
    contributing.hide(room.driver, room.live_session_id, IDEA, False)
    room.act(author, "change_idea", id=IDEA, text=f"{NUMBER} of 0201234567")
    assert wall(room, projector) == []


def test_what_a_facilitator_hid_stays_hidden_when_its_author_changes_it(room, author):
    room.act(author, "add_idea", id=IDEA, text="Lelijk woord")
    contributing.hide(room.driver, room.live_session_id, IDEA, True)
    room.act(author, "change_idea", id=IDEA, text="Nog lelijker")
    assert wall(room, projector) == []


def test_a_question_with_a_number_in_it_waits_too(room, author):
    room.act(author, "ask_question", id="vraag-0001", text="Mag ik mailen naar sam@linde.nl?")
    (table,) = [
        each
        for each in tablet.shared(room.look(), tablet.AUDIENCE, room.now)["face"]["tables"]
        if each["questions"]
    ]
    assert table["questions"][0]["held"] == "email"
    owner = Audience("phone", table["table"], "owner")
    assert phone.shared(room.look(), owner, room.now)["face"]["questions"] == []


def test_an_explanation_with_an_address_takes_the_note_from_the_wall(room, author):
    room.act(author, "add_idea", id=IDEA, text="Een boom")
    challenge = room.look().board.get(IDEA)
    assert challenge is not None
    owner = next(each.owner for each in room.look().challenges if each.id == challenge.challenge_id)
    room.go_to("carousel", "review")
    room.act(room.visitors[owner.number - 1], "ask_clarification", id=IDEA, on=True)
    room.act(author, "answer_idea", id=IDEA, text="Bij mij thuis, Lindelaan 12")
    assert wall(room, projector) == []
    assert wall(room, tablet)[0]["held"] == "address"
