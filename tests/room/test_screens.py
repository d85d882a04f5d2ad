"""The tablet's and the phone's handlers: who asks is who the cookie says, whatever is sent."""

import math
from typing import Any

import pytest

from plekberaad_app.activities.carousel.option_fields import FORM
from plekberaad_app.activities.contract.stage import obstacle
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import read_number
from plekberaad_app.features.accounts import devices
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.act_requests import read_act_request, read_id
from plekberaad_app.room.phone import state as phone_states
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.tablet.state import TabletState
from tests.casting import OTHER_CODE, PASSWORD, carry
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture
def room(sqlite_store, own_settings, quick_hashes) -> Room:
    return open_room()


@pytest.fixture
def tablet(room, monkeypatch):
    """The tablet of the room, with the cookie of whoever is logged in in its browser."""

    def hold(name: str) -> Any:
        token = devices.log_in(name, PASSWORD, now())
        carry(monkeypatch, token)
        return state

    state: Any = TabletState()
    state._live_session_id = room.live_session_id
    return hold


@pytest.fixture
def phone(room, monkeypatch):
    """A phone's page in the room, with a key in its cookie."""

    def hold(key: str) -> Any:
        monkeypatch.setattr(phone_states, "participant_key", lambda _state, _code: key)
        return state

    state: Any = PhoneState()
    state._live_session_id = room.live_session_id
    return hold


async def do(state: Any, handler: str, *args: Any) -> None:
    await type(state).event_handlers[handler].fn(state, *args)


async def test_a_facilitator_steers_their_own_room(room, tablet):
    state = tablet("Anna")
    await do(state, "steer", "next", 0)
    assert room.live_session.status == "running"
    assert (state.notice.kind, state.notice.can_return) == ("ok", True)


async def test_who_logs_in_later_in_the_same_browser_steers_nothing_of_the_one_before(room, tablet):
    open_room((), name="Bea", library="De Eik", code=OTHER_CODE)
    await do(tablet("Anna"), "show", "join")
    state = tablet("Bea")
    await do(state, "show", "black")
    assert room.live_session.screen.mode == "join"
    assert state.notice.kind == "error"


async def test_seats_are_put_back_once(room, tablet):
    room.fill(8)
    state = tablet("Anna")
    await do(state, "make_tables", {"tables": "2"})
    assert state.notice.can_undo
    await do(state, "undo_seating")
    assert room.live_session.tables == 0
    await do(state, "undo_seating")
    assert state.notice.kind == "error"


async def test_a_step_that_was_left_out_is_put_back_once_and_only_until_the_next_tap(room, tablet):
    state = tablet("Anna")
    await do(state, "steer", "next", 0)
    await do(state, "steer", "skip", 1)
    assert state.notice.can_return
    await do(state, "stand_again")
    assert room.stands_at("welcome", "", 1)
    await do(state, "stand_again")
    assert state.notice.kind == "error"
    await do(state, "steer", "skip", 3)
    await do(state, "steer", "pause", 4)
    assert not state.notice.can_return


async def test_leaving_out_what_stands_in_the_way_can_be_undone_as_well(room, tablet):
    state = tablet("Anna")
    await do(state, "steer", "next", 0)
    found = obstacle(room.look(), now())
    assert found
    cure = next(each for each in found.cures if each.does == "steer")
    await do(state, "cure", {"cure": cure.id, "made_on": "1"})
    assert room.stands_at("voting", "", 1)
    await do(state, "stand_again")
    assert room.stands_at("welcome", "", 1)


async def test_a_tap_that_comes_twice_adds_one_person_and_leaves_the_tables_as_they_are(
    room, tablet
):
    room.fill(8)
    person = {"name": "Mies", "kind": "", "habit": "", "id": "made-on-the-tablet"}
    for state in (tablet("Anna"), tablet("Anna")):
        await do(state, "add_person", person)
        assert state.notice.kind == "ok"
    seated = []
    for state in (tablet("Anna"), tablet("Anna")):
        await do(state, "make_tables", {"tables": "3", "id": "made-on-the-tablet-too"})
        seated.append(room.look().people)
    assert len(seated[0]) == 9
    assert seated[0] == seated[1]


HANDLERS = sorted(set(TabletState.event_handlers) - {"setvar", "enter"})
FORGED: tuple[Any, ...] = (
    None,
    {},
    [],
    True,
    -1,
    10**400,
    math.nan,
    math.inf,
    "\0",
    "\ud800",
    "x" * 100_000,
    {"number": "\0", "sentence": 3, "tables": "1e9", "text": None, "step_id": "\ud800"},
)


@pytest.mark.parametrize("handler", HANDLERS)
async def test_a_forged_payload_never_breaks_a_handler(room, tablet, caplog, handler):
    state = tablet("Anna")
    wanted = type(state).event_handlers[handler].fn.__code__.co_argcount - 1
    for value in FORGED:
        await do(state, handler, *[value] * wanted)
    assert room.live_session.status == "lobby"
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_a_phone_acts_as_whoever_its_cookie_says(room, phone):
    sam, noor = room.check_in("Sam"), room.check_in("Noor")
    await do(phone(sam.key), "offer_challenge", {"sentence": "Meer bankjes"})
    await do(phone(noor.key), "withdraw_challenge")
    (challenge,) = room.look().challenges
    assert (challenge.owner.name, challenge.sentence) == ("Sam", "Meer bankjes")


async def test_a_phone_without_a_key_brings_nothing(room, phone):
    room.check_in("Sam")
    state = phone("")
    await do(state, "offer_challenge", {"sentence": "Meer bankjes"})
    assert state.refusal.id == "challenge"
    assert not room.look().challenges


@pytest.mark.parametrize("value", [None, 3, "a b", "\0", "\ud800", "x" * 65, "é"])
def test_what_cannot_be_an_id_is_refused(value):
    with pytest.raises(BadInput):
        read_id(value)
    with pytest.raises(BadInput):
        read_act_request(value, 1, "vote", {})


@pytest.mark.parametrize("value", [None, math.nan, math.inf, "", "x", "1.5", [], "9" * 5000])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(BadInput):
        read_number(value)


@pytest.mark.parametrize("minutes", ["nan", "inf", "-inf", "1e999", "x"])
def test_minutes_that_are_no_number_are_refused(minutes):
    form = dict.fromkeys(("mode", "rounds", "is_private", "is_wall_shared"), "1")
    with pytest.raises(BadInput):
        FORM.read(form | {"ideas": minutes})


async def test_a_phone_without_a_key_of_the_room_learns_nothing_of_its_code(
    room, phone, monkeypatch
):
    looked_for: list[str] = []
    monkeypatch.setattr(phone_states, "route_code", lambda _state: room.code)
    monkeypatch.setattr(phone_states.admission, "find_room", looked_for.append)
    state = phone("")
    state._live_session_id = ""
    await do(state, "withdraw_challenge")
    assert looked_for == []
    assert state.refusal.sentence.key


async def test_a_phone_may_send_before_its_page_entered_the_room_again(room, phone, monkeypatch):
    visitor = room.check_in("Sam")
    monkeypatch.setattr(phone_states, "route_code", lambda _state: room.code)
    state = phone(visitor.key)
    state._live_session_id = ""
    await do(state, "offer_challenge", {"sentence": "Een bankje bij de school"})
    assert [challenge.sentence for challenge in room.look().challenges] == [
        "Een bankje bij de school"
    ]


async def test_a_tablet_hears_which_form_is_stored_and_nothing_of_one_that_was_refused(
    room, tablet
):
    state = tablet("Anna")
    await do(state, "send_message", {"text": "x" * 161, "id": "made-on-the-tablet"})
    assert (state.notice.kind, state.notice.stored) == ("error", "")
    await do(state, "send_message", {"text": "Koffie", "id": "made-on-the-tablet"})
    assert state.notice.stored == "made-on-the-tablet"
    await do(state, "show", "join")
    assert state.notice.stored == ""
