"""A host types for the people at their own table, and reaches for no other."""

import pytest

from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import DomainError, NotAllowed
from plekberaad_app.core.people import Person
from plekberaad_app.core.rights import Role
from plekberaad_app.platform.permissions import Helper
from plekberaad_app.room import admission, challenges, seating, steering, table_acts
from plekberaad_app.room.acts import ActRequest
from tests.casting import NOW
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    """Ideas, at two tables; Ria at the first and Jo at the second have no phone."""
    room = open_room()
    for name in ("Ria", "Jo"):
        admission.add_by_hand(room.facilitator, room.live_session_id, name, "", "", room.now)
    room.fill(10)
    room.seat(2)
    for number, table in ((1, 1), (2, 2)):
        seating.move(room.facilitator, room.live_session_id, number, table)
    for table in (1, 2):
        for person in with_a_phone(room, table)[:2]:
            name_owner(room, person)
    room.go_to("carousel", "ideas")
    return room


def name_owner(room: Room, person: Person) -> None:
    challenges.name_owner(
        room.facilitator, room.live_session_id, person.number, "Het plein", room.now
    )


def with_a_phone(room: Room, table: int) -> list[Person]:
    return [each for each in room.look().people if each.table == table and each.has_phone]


def host(room: Room, table: int = 1, role: Role = Role.TABLE_HOST) -> Helper:
    return Helper("host", room.live_session_id, role, "Fatima", table)


def act(room: Room, name: str, by: Helper | None = None, **payload: object) -> None:
    request = ActRequest("carousel", 1, name, payload)
    table_acts.act_at_table(by or host(room), request, room.now)


def stored(room: Room, item_id: str) -> Contribution:
    found = room.look().board.get(item_id)
    assert found
    return found


def test_a_note_of_the_table_hangs_there_and_says_that_it_was_typed(room):
    act(room, "add_idea", id="idee-0001", text="Een bankje")
    note = stored(room, "idee-0001")
    assert (note.table, note.on_behalf) == (1, "table")


def test_what_is_sent_again_is_stored_once(room):
    for _ in range(2):
        act(room, "add_idea", id="idee-0001", text="Een bankje")
    assert len(list(room.look().board.of_step("carousel", "idea"))) == 1


def test_for_somebody_without_a_phone_it_is_theirs_and_they_were_heard(room):
    act(room, "add_idea", id="idee-0001", text="Een bankje", person=1)
    assert stored(room, "idee-0001").on_behalf == "person"
    assert room.live_session.at_tables.heard == {1}


def test_what_was_typed_is_put_right_and_taken_back(room):
    act(room, "add_idea", id="idee-0001", text="Een bankje")
    act(room, "change_idea", id="idee-0001", text="Twee bankjes")
    assert stored(room, "idee-0001").payload["text"] == "Twee bankjes"
    act(room, "take_back_idea", id="idee-0001")
    assert stored(room, "idee-0001").withdrawn


@pytest.mark.parametrize(
    ("payload", "refusal"),
    [
        ({"person": 2}, "not_your_table"),
        ({"person": 99}, "not_your_table"),
        ({"person": 1, "table": 2}, "not_your_table"),
    ],
)
def test_nothing_is_typed_for_another_table(room, payload, refusal):
    with pytest.raises(NotAllowed, match=refusal):
        act(room, "add_idea", id="idee-0001", text="Een bankje", **payload)
    assert room.look().board.get("idee-0001") is None


def test_a_table_that_a_browser_names_is_not_believed(room):
    act(room, "add_idea", id="idee-0001", text="Een bankje", table=2)
    assert stored(room, "idee-0001").table == 1


def test_nobody_types_for_somebody_with_a_phone_of_their_own(room):
    with pytest.raises(NotAllowed, match="has_own_phone"):
        act(
            room,
            "add_idea",
            id="idee-0001",
            text="Een bankje",
            person=with_a_phone(room, 1)[-1].number,
        )


def test_a_note_of_another_table_is_left_alone(room):
    act(room, "add_idea", by=host(room, 2), id="idee-0002", text="Een boom")
    with pytest.raises(NotAllowed, match="not_your_table"):
        act(room, "change_idea", id="idee-0002", text="Niets")
    with pytest.raises(NotAllowed, match="not_your_table"):
        act(room, "take_back_idea", id="idee-0002")
    assert stored(room, "idee-0002").payload["text"] == "Een boom"


def test_what_somebody_wrote_on_their_own_phone_is_left_alone(room):
    writer = room.visitors[with_a_phone(room, 1)[-1].number - 3]
    room.act(writer, "add_idea", id="idee-0003", text="Een boom")
    with pytest.raises(NotAllowed, match="not_on_paper"):
        act(room, "change_idea", id="idee-0003", text="Niets")


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("reveal", {}),
        ("nobody_yet", {}),
        ("not_yet", {"table": 1}),
        ("record_next_step", {"table": 1, "what": "Ik bel"}),
        ("mark_idea", {"table": 1, "id": "idee-0001", "on": True}),
        ("let_rest", {"table": 1}),
        ("keep_wish", {"table": 1}),
        ("made_up", {}),
    ],
)
def test_what_is_for_the_facilitator_or_an_owner_is_not_for_a_host(room, name, payload):
    act(room, "add_idea", id="idee-0001", text="Een bankje")
    before = room.live_session.version
    with pytest.raises(DomainError, match=r"not_for_a_table|act_unknown"):
        act(room, name, **payload)
    assert room.live_session.version == before


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.ARTIST, Role.STAND_IN])
def test_other_links_type_nothing(room, role):
    with pytest.raises(NotAllowed, match="not_your_link"):
        act(room, "add_idea", by=host(room, role=role), id="idee-0001", text="Een bankje")


def test_a_table_takes_extra_time_by_itself_and_no_other_follows(room):
    seen = room.live_session.steering
    steering.take_time(host(room), True, seen, NOW)
    assert room.live_session.unlocked.keys() == {1}
    assert room.live_session.steered_by == "Fatima"
    with pytest.raises(DomainError):
        steering.take_time(host(room, 2), True, seen, NOW)
    steering.take_time(host(room), False, room.live_session.steering, NOW)
    assert room.live_session.unlocked == {}


def test_only_a_host_takes_extra_time(room):
    with pytest.raises(NotAllowed, match="not_your_link"):
        steering.take_time(host(room, role=Role.ARTIST), True, room.live_session.steering, NOW)
    with pytest.raises(DomainError):
        steering.take_time(host(room, 7), True, room.live_session.steering, NOW)
    assert room.live_session.unlocked == {}
