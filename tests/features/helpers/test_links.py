"""Links of helpers: handed out, good for one evening, void at once."""

from datetime import timedelta

import pytest

from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.retention import KEEP_NAMES
from plekberaad_app.core.rights import Action, Resource, Role
from plekberaad_app.features.accounts import password_change
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.helpers import joining, links, tidying
from plekberaad_app.features.helpers.model import MAX_LINKS, Wanted
from plekberaad_app.platform import helper_links, logins
from plekberaad_app.platform.database import helpers as stored
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import steering
from tests.casting import NOW, OTHER_CODE, PASSWORD
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")

OBSERVER = Wanted(Role.OBSERVER, "Ria")
SECOND = Wanted(Role.STAND_IN, "Bram")


@pytest.fixture
def room() -> Room:
    return open_room()


def hand_out(room: Room, wanted: Wanted = OBSERVER) -> tuple[str, str]:
    """A new link: the id of its helper, and its token."""
    (made,) = links.hand_out(room.facilitator, room.live_session_id, [wanted], NOW)
    return made.helper.id, made.path.rpartition("/")[2]


def withdraw(room: Room, helper_id: str, by: Facilitator | None = None) -> None:
    links.withdraw(by or room.facilitator, room.live_session_id, helper_id)


def steer(room: Room, login: str) -> None:
    who = logins.require_login(login, NOW)
    made_on = room.live_session.steering
    steering.steer(who, room.live_session_id, "next", made_on, NOW)


def test_a_link_says_who_helps_and_on_which_evening(room):
    helper_id, token = hand_out(room)
    helper = helper_links.who_helps(token)
    assert (helper.id, helper.role, helper.name) == (helper_id, Role.OBSERVER, "Ria")
    assert helper.live_session_id == room.live_session_id
    assert links.links_of(room.facilitator, room.live_session_id).helpers == [helper]


def test_of_a_link_only_the_hash_is_stored(room):
    _, token = hand_out(room)
    with reading() as db:
        (row,) = stored.of_live_session(db, room.live_session_id)
    assert token not in repr(row.model_dump())


def test_a_link_that_was_withdrawn_is_void_at_once_and_the_evening_counts_it(room):
    helper_id, token = hand_out(room)
    _, other = hand_out(room)
    before = room.live_session.links_withdrawn
    withdraw(room, helper_id)
    with pytest.raises(NotFound, match="link_gone"):
        helper_links.who_helps(token)
    assert helper_links.who_helps(other)
    assert room.live_session.links_withdrawn == before + 1
    with pytest.raises(NotFound, match="link_gone"):
        withdraw(room, helper_id)
    assert room.live_session.links_withdrawn == before + 1


def test_a_new_link_for_the_same_person_replaces_the_one_that_was_lost(room):
    helper_id, lost = hand_out(room)
    renewed = links.renew(room.facilitator, room.live_session_id, helper_id, NOW)
    with pytest.raises(NotFound, match="link_gone"):
        helper_links.who_helps(lost)
    assert helper_links.who_helps(renewed.path.rpartition("/")[2]).name == "Ria"


@pytest.mark.parametrize("token", ["", "x", "x" * 43, "é" * 43, "x" * 5000, "'; DROP TABLE --"])
def test_a_guessed_link_is_nobodys(room, token):
    hand_out(room)
    with pytest.raises(NotFound, match="link_gone"):
        helper_links.who_helps(token)


def test_a_link_is_only_good_for_what_it_was_made_for(room):
    _, token = hand_out(room)
    assert helper_links.require_link(token, Action.READ, Resource.SCREEN)
    for action, resource in (
        (Action.CHANGE, Resource.SCREEN),
        (Action.CHANGE, Resource.CLOCK),
        (Action.READ, Resource.PROGRAMME),
    ):
        with pytest.raises(NotAllowed, match="not_your_link"):
            helper_links.require_link(token, action, resource)


def test_another_library_hands_out_sees_and_withdraws_nothing(room):
    helper_id, token = hand_out(room)
    bea = open_room((), "Bea", "De Eik", OTHER_CODE).facilitator
    for reach in (
        lambda: links.links_of(bea, room.live_session_id),
        lambda: links.hand_out(bea, room.live_session_id, [SECOND], NOW),
        lambda: links.renew(bea, room.live_session_id, helper_id, NOW),
        lambda: withdraw(room, helper_id, by=bea),
    ):
        with pytest.raises(NotAllowed, match="not_your_library"):
            reach()
    assert helper_links.who_helps(token)


def test_a_link_of_another_evening_cannot_be_withdrawn_from_ones_own(room):
    helper_id, token = hand_out(room)
    other = open_room((), "Bea", "De Eik", OTHER_CODE)
    with pytest.raises(NotFound, match="link_gone"):
        links.withdraw(other.facilitator, other.live_session_id, helper_id)
    assert helper_links.who_helps(token)


def test_whoever_steers_one_evening_alone_hands_out_no_links(room):
    _, token = hand_out(room, SECOND)
    _, login = joining.join(token, "", NOW)
    second = logins.require_login(login, NOW)
    for reach in (
        lambda: links.links_of(second, room.live_session_id),
        lambda: links.hand_out(second, room.live_session_id, [SECOND], NOW),
    ):
        with pytest.raises(NotAllowed, match="not_your_library"):
            reach()


def test_there_is_an_end_to_the_links_of_an_evening_and_none_is_made_of_a_closed_one(room):
    many = [OBSERVER] * MAX_LINKS
    links.hand_out(room.facilitator, room.live_session_id, many, NOW)
    with pytest.raises(NotAllowed, match="too_many_links"):
        hand_out(room)
    room.steer("close")
    with pytest.raises(NotAllowed, match="evening_closed"):
        hand_out(room)


def test_a_second_facilitator_steers_this_evening_under_their_own_name_and_no_other(room):
    _, token = hand_out(room, SECOND)
    code, login = joining.join(token, "", NOW)
    assert code == room.code
    steer(room, login)
    assert room.live_session.steered_by == "Bram"
    second = logins.require_login(login, NOW)
    with pytest.raises(NotAllowed):
        library_evenings.delete(second, room.live_session_id)


def test_a_login_by_a_link_ends_when_the_link_is_withdrawn(room):
    helper_id, token = hand_out(room, SECOND)
    _, login = joining.join(token, "", NOW)
    withdraw(room, helper_id)
    assert logins.has_ended(login, NOW)
    with pytest.raises(NotFound, match="link_gone"):
        joining.join(token, "", NOW)


def test_whoever_reaches_the_evening_already_keeps_their_own_login(room):
    _, token = hand_out(room, SECOND)
    _, login = joining.join(token, "", NOW)
    assert joining.join(token, login, NOW) == (room.code, "")


def test_the_link_of_an_observer_lets_nobody_steer(room):
    _, token = hand_out(room)
    with pytest.raises(NotAllowed, match="not_your_link"):
        joining.join(token, "", NOW)
    with pytest.raises(NotAllowed, match="not_your_link"):
        joining.asked_by(token)


def test_a_new_password_voids_what_was_handed_out_to_steer_and_nothing_else(room):
    _, second = hand_out(room, SECOND)
    _, observer = hand_out(room)
    password_change.change_password(room.facilitator, PASSWORD, "een andere lange zin hier", NOW)
    with pytest.raises(NotFound, match="link_gone"):
        helper_links.who_helps(second)
    assert helper_links.who_helps(observer)


def test_links_go_with_their_evening(room):
    _, token = hand_out(room, SECOND)
    _, login = joining.join(token, "", NOW)
    library_evenings.delete(room.facilitator, room.live_session_id)
    with pytest.raises(NotFound, match="link_gone"):
        helper_links.who_helps(token)
    assert logins.has_ended(login, NOW)


def test_a_day_after_closing_nobody_knows_who_helped_and_the_links_stay(room):
    _, token = hand_out(room)
    room.go_to("welcome")
    room.steer("close")
    tidying.forget_names(NOW + KEEP_NAMES - timedelta(minutes=1))
    assert helper_links.who_helps(token).name == "Ria"
    tidying.forget_names(NOW + KEEP_NAMES + timedelta(minutes=1))
    assert helper_links.who_helps(token).name == ""


@pytest.mark.parametrize(
    ("form", "refusal"),
    [
        ({"role": "facilitator"}, "role_unknown"),
        ({"role": "owner"}, "role_unknown"),
        ({"role": ""}, "role_unknown"),
        ({"role": "observer", "name": "x" * 41}, "name_too_long"),
    ],
)
def test_what_cannot_be_a_link_is_refused(form, refusal):
    with pytest.raises(BadInput, match=refusal):
        Wanted.of(**form)


def test_only_what_belongs_to_a_role_is_kept_of_a_form():
    assert Wanted.of("observer", " Ria ", table=3, step_id="x") == Wanted(Role.OBSERVER, "Ria")
