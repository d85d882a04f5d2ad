"""Challenges and their owners; what the room is shown."""

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.capabilities import Replan
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.people import Person
from plekberaad_app.room import challenges, erasure, projector_display
from plekberaad_app.room.projections import phone, projector, tablet
from tests.casting import OTHER_CODE, new_facilitator
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    room = open_room()
    room.fill(6)
    return room


def sentences(room: Room) -> dict[int, str]:
    return {each.owner.number: each.sentence for each in room.look().challenges}


def test_a_participant_offers_a_challenge_and_a_new_sentence_replaces_the_old(room):
    challenges.offer(room.visitors[0], "Meer bankjes", room.now)
    challenges.offer(room.visitors[0], "Meer bomen", room.now)
    assert sentences(room) == {1: "Meer bomen"}
    challenges.withdraw(room.visitors[0])
    assert sentences(room) == {}


def test_the_facilitator_names_an_owner_and_drops_one(room):
    challenges.name_owner(room.facilitator, room.live_session_id, 2, "Een veilige weg", room.now)
    assert sentences(room) == {2: "Een veilige weg"}
    challenges.drop_owner(room.facilitator, room.live_session_id, 2)
    assert sentences(room) == {}


def test_an_empty_or_long_challenge_is_refused(room):
    for sentence in ("", "x" * 141):
        with pytest.raises(BadInput):
            challenges.offer(room.visitors[0], sentence, room.now)


def test_nobody_names_an_owner_who_is_not_there(room):
    with pytest.raises(NotFound):
        challenges.name_owner(room.facilitator, room.live_session_id, 99, "Een kans", room.now)


def test_a_person_who_leaves_takes_their_challenge_along(room):
    challenges.offer(room.visitors[0], "Meer bankjes", room.now)
    erasure.erase_self(room.visitors[0], room.now)
    assert sentences(room) == {}


def test_an_owner_who_was_dropped_and_named_again_has_the_same_turn(room):
    room.gather()
    room.go_to("carousel")
    before = {one.owner.number: one.id for one in room.look().challenges}
    number = next(iter(before))
    challenges.drop_owner(room.facilitator, room.live_session_id, number)
    challenges.name_owner(room.facilitator, room.live_session_id, number, "Toch weer", room.now)
    after = {one.owner.number: one.id for one in room.look().challenges}
    assert after == before


def in_a_carousel(room: Room) -> None:
    room.gather()
    room.go_to("carousel", "ideas")


def take_turn(room: Room, round_number: int, table: int, number: int) -> Replan:
    return challenges.replace_owner(
        room.facilitator, room.live_session_id, round_number, table, number, room.now
    )


def at_first_table(room: Room) -> tuple[Person, Person]:
    """The owner of round 1 and somebody without a challenge, at table 1."""
    look = room.look()
    owners = [each.owner for each in look.challenges if each.owner.table == 1]
    other = next(each for each in look.people if each.table == 1 and each not in owners)
    return owners[0], other


def test_another_person_takes_an_owners_turn_while_the_carousel_runs(room):
    in_a_carousel(room)
    owner, other = at_first_table(room)
    before = sentences(room)[owner.number]
    found = take_turn(room, 1, 1, other.number)
    assert not found.is_kept
    assert sentences(room)[other.number] == before
    room.go_to("carousel", "next_step")
    room.act(room.visitors[other.number - 1], "record_next_step", what="Ik bel de gemeente")
    with pytest.raises(NotAllowed, match="owners_only"):
        room.act(room.visitors[owner.number - 1], "not_yet")
    assert room.look().step.plan == found.plan


def test_a_turn_is_taken_by_somebody_who_sits_there_in_the_running_step_only(room):
    owner = 1
    with pytest.raises(NotAllowed, match="no_turns_here"):
        take_turn(room, 1, 1, owner)
    in_a_carousel(room)
    elsewhere = next(each for each in room.look().people if each.table == 2)
    with pytest.raises(NotAllowed, match="sits_elsewhere"):
        take_turn(room, 1, 1, elsewhere.number)
    room.go_to("voting")
    with pytest.raises(NotAllowed, match="no_turns_here"):
        take_turn(room, 1, 1, owner)


def test_another_library_gives_nobody_a_turn(room):
    in_a_carousel(room)
    _owner, other = at_first_table(room)
    stranger = new_facilitator("Els", "De Eik")
    with pytest.raises(NotAllowed, match="not_your_library"):
        challenges.replace_owner(stranger, room.live_session_id, 1, 1, other.number, room.now)


@pytest.mark.parametrize("mode", projector_display.MODES)
def test_the_projector_shows_what_was_chosen(room, mode):
    projector_display.show(room.facilitator, room.live_session_id, mode)
    assert room.live_session.screen.mode == mode


def test_an_unknown_mode_table_or_note_is_refused(room):
    with pytest.raises(BadInput):
        projector_display.show(room.facilitator, room.live_session_id, "everything")
    with pytest.raises(NotFound):
        projector_display.choose_wall(room.facilitator, room.live_session_id, 3)
    with pytest.raises(NotFound):
        projector_display.put_in_light(room.facilitator, room.live_session_id, "nothing", room.now)


def test_a_message_is_shown_and_an_empty_one_takes_it_away(room):
    projector_display.send_message(room.facilitator, room.live_session_id, "  Koffie staat klaar ")
    assert room.live_session.message == "Koffie staat klaar"
    projector_display.send_message(room.facilitator, room.live_session_id, "  ")
    assert room.live_session.message == ""


def test_another_library_shows_nothing_here(room):
    stranger = open_room((), name="Bea", library="De Eik", code=OTHER_CODE).facilitator
    for wanted in (
        lambda: projector_display.show(stranger, room.live_session_id, "black"),
        lambda: projector_display.send_message(stranger, room.live_session_id, "Hallo"),
        lambda: challenges.name_owner(stranger, room.live_session_id, 1, "Een kans", room.now),
    ):
        with pytest.raises(NotAllowed):
            wanted()


def test_a_message_for_one_table_is_read_there_and_on_the_tablet_alone(room):
    room.gather()
    table_1, table_2 = Audience("phone", 1), Audience("phone", 2)
    projector_display.send_message(room.facilitator, room.live_session_id, "Kom maar", table=2)
    read = {
        "table 1": phone.shared(room.look(), table_1, room.now)["stage"].message,
        "table 2": phone.shared(room.look(), table_2, room.now)["stage"].message,
        "projector": projector.shared(room.look(), projector.AUDIENCE, room.now)["stage"].message,
        "tablet": tablet.shared(room.look(), tablet.AUDIENCE, room.now)["stage"].message,
    }
    assert read == {"table 1": "", "table 2": "Kom maar", "projector": "", "tablet": "Kom maar"}
    with pytest.raises(NotFound, match="table_gone"):
        projector_display.send_message(room.facilitator, room.live_session_id, "Kom", table=3)
