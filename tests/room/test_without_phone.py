"""A person without a phone is a full participant: the tablet does for them what a phone does."""

import pytest

from plekberaad_app.activities.contract.activity import Audience, Note
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.people import Person
from plekberaad_app.room import admission, challenges, seating, steering
from plekberaad_app.room.projections.common import notes
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")

PAPER = "papier-0001"
TYPED = "idee-00001"


@pytest.fixture
def room() -> Room:
    """Ideas; at each table the first owner has no phone, and one thinker has none."""
    room = open_room()
    for name in ("Ria", "Jo", "Wim", "Toos"):
        admission.add_by_hand(room.facilitator, room.live_session_id, name, "", "", room.now)
    room.fill(8)
    room.seat(2)
    for number, table in ((1, 1), (2, 1), (3, 2), (4, 2)):
        seating.move(room.facilitator, room.live_session_id, number, table)
    for table in (1, 2):
        first = without_phone(room, table)[0]
        second = next(each for each in room.look().people if each.table == table and each.has_phone)
        for owner in (first, second):
            room.wait(seconds=1)
            challenges.name_owner(
                room.facilitator, room.live_session_id, owner.number, "Het plein", room.now
            )
    room.go_to("carousel", "ideas")
    return room


def without_phone(room: Room, table: int) -> list[Person]:
    return [each for each in room.look().people if each.table == table and not each.has_phone]


def owner_and_thinker(room: Room, table: int = 1) -> tuple[Person, Person]:
    """Both without a phone."""
    owners = {challenge.owner.id for challenge in room.look().challenges}
    owner, thinker = sorted(without_phone(room, table), key=lambda each: each.id not in owners)[:2]
    return owner, thinker


def typed_on_a_phone(room: Room) -> None:
    """A thinker of table 1 writes on their own phone."""
    look = room.look()
    phones = [each for each in look.people if each.has_phone]
    index = next(index for index, each in enumerate(phones) if each.table == 1)
    room.act(room.visitors[index], "add_idea", id=TYPED, text="Een boom")


def stored(room: Room, item_id: str) -> Contribution:
    found = room.look().board.get(item_id)
    assert found is not None
    return found


def refusal(room: Room, name: str, **payload: object) -> str:
    with pytest.raises(DomainError) as refused:
        room.act_on_tablet(name, payload)
    return refused.value.code


def wall(room: Room, audience: Audience) -> tuple[Note, ...]:
    return notes(room.look(), audience, room.now)


def paper_of(room: Room, whose: str) -> dict[str, object]:
    """Who a paper note is entered for: somebody without a phone, or the table."""
    if whose == "table":
        return {"table": 1, "behalf": "table"}
    return {"person": owner_and_thinker(room)[1].number}


@pytest.mark.parametrize("whose", ["table", "person"])
def test_what_stands_on_paper_is_changed_explained_and_taken_back_on_the_tablet(room, whose):
    room.act_on_tablet("add_idea", {"id": PAPER, "text": "Een bank", **paper_of(room, whose)})
    room.act_on_tablet("change_idea", {"id": PAPER, "text": "Twee banken", "behalf": "author"})
    room.go_to("carousel", "review")
    owner, _thinker = owner_and_thinker(room)
    for name in ("mark_idea", "ask_clarification"):
        room.act_on_tablet(name, {"id": PAPER, "on": True, "person": owner.number})
    room.act_on_tablet("answer_idea", {"id": PAPER, "text": "In de zon", "behalf": "author"})
    assert stored(room, PAPER).payload == {
        "text": "Twee banken",
        "marked": True,
        "asked": True,
        "answer": "In de zon",
    }
    for _ in range(2):
        room.act_on_tablet("take_back_idea", {"id": PAPER, "behalf": "author"})
    assert stored(room, PAPER).withdrawn


@pytest.mark.parametrize(
    ("name", "payload"),
    [("change_idea", {"text": "Weg"}), ("answer_idea", {"text": "Weg"}), ("take_back_idea", {})],
)
def test_what_somebody_wrote_on_their_own_phone_is_theirs_alone(room, name, payload):
    typed_on_a_phone(room)
    assert refusal(room, name, id=TYPED, behalf="author", **payload) == "not_on_paper"
    assert refusal(room, name, id=TYPED, **payload) == "not_your_idea"
    assert stored(room, TYPED).payload["text"] == "Een boom"


def test_a_note_that_is_not_there_is_nobodys(room):
    assert refusal(room, "take_back_idea", id=PAPER, behalf="author") == "note_gone"


def test_a_phone_does_nothing_for_the_author_of_another_note(room):
    room.act_on_tablet("add_idea", {"id": PAPER, "text": "Een bank", **paper_of(room, "table")})
    with pytest.raises(DomainError) as refused:
        room.act(room.visitors[0], "take_back_idea", id=PAPER, behalf="author")
    assert refused.value.code == "not_your_idea"


@pytest.mark.parametrize("whose", ["table", "person"])
def test_a_question_on_paper_reaches_the_owner(room, whose):
    room.steer("back")
    room.act_on_tablet("ask_question", {"id": PAPER, "text": "Voor wie?", **paper_of(room, whose)})
    question = stored(room, PAPER)
    assert (question.kind, question.table, question.on_behalf) == ("question", 1, whose)


def test_only_the_tablet_learns_which_notes_came_from_paper(room):
    typed_on_a_phone(room)
    room.act_on_tablet("add_idea", {"id": PAPER, "text": "Een bank", **paper_of(room, "person")})
    room.go_to("carousel", "review")
    on_tablet = {note.id: note.paper for note in wall(room, Audience("tablet"))}
    assert on_tablet == {TYPED: False, PAPER: True}
    for audience in (Audience("projector"), Audience("phone", 1, "thinker")):
        notes = wall(room, audience)
        assert {note.id for note in notes} == {TYPED, PAPER}
        assert not any(note.paper for note in notes)


def test_for_somebody_at_a_table_with_extra_time_it_is_the_phase_of_that_table(room):
    typed_on_a_phone(room)
    made_on = room.live_session.steering
    steering.unlock(room.facilitator, room.live_session_id, 1, True, made_on, room.now)
    room.go_to("carousel", "review")
    owner, _thinker = owner_and_thinker(room)
    marking = {"id": TYPED, "on": True, "person": owner.number}
    assert refusal(room, "mark_idea", **marking) == "carousel.not_in_review"
    made_on = room.live_session.steering
    steering.unlock(room.facilitator, room.live_session_id, 1, False, made_on, room.now)
    room.act_on_tablet("mark_idea", marking)
    assert stored(room, TYPED).payload["marked"]
