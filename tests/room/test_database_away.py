"""While the database is away: nobody is sent off, what was written stays, and it goes on by itself.

The database of these tests is a file; away is another address at which nothing answers.
"""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from reflex_base.event import Event
from sqlalchemy.exc import DataError

from plekberaad_app.core.say import Say
from plekberaad_app.features.accounts import devices
from plekberaad_app.platform.database.engine import Database, open_database
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import running
from plekberaad_app.room.identity import Gate
from plekberaad_app.room.phone import state as phone_states
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.tablet import state as tablet_state
from plekberaad_app.room.tablet.state import TabletState
from tests.casting import CODE, NOWHERE, PASSWORD, carry
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("own_settings", "quick_hashes")


@pytest.fixture
def room(sqlite_store: Database, own_settings: None, quick_hashes: None) -> Room:
    room = open_room()
    room.gather(4, 1)
    room.go_to("carousel", "ideas")
    return room


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rooms that screens entered."""
    seen: list[str] = []
    house = SimpleNamespace(enter=lambda live_session_id, _viewer: seen.append(live_session_id))
    for page in (phone_states, tablet_state):
        monkeypatch.setattr(page, "room_registry", lambda: house)
        monkeypatch.setattr(page, "route_code", lambda _state: CODE)
    monkeypatch.setattr(running, "AWAY_SECONDS", 0.01)
    return seen


class Switch:
    """Takes the database away, and brings it back."""

    def __init__(self, url: str) -> None:
        self._url = url

    def off(self) -> None:
        open_database(NOWHERE)

    def on(self) -> None:
        open_database(self._url)


@pytest.fixture
def database(sqlite_store: Database) -> Switch:
    return Switch(str(sqlite_store.writer.url))


@pytest.fixture
def thinker(room: Room) -> str:
    """The key of somebody who may write now."""
    return room.thinkers[0].key


async def do(state: Any, handler: str, *args: Any) -> None:
    await type(state).event_handlers[handler].fn(state, *args)


async def test_a_phone_that_opens_its_page_waits_until_the_room_can_be_found(
    room: Room, entered: list[str], monkeypatch: pytest.MonkeyPatch, database: Switch
):
    monkeypatch.setattr(phone_states, "participant_key", lambda _state, _code: "")
    state: Any = PhoneState()
    database.off()
    opening = asyncio.create_task(do(state, "enter"))
    await asyncio.sleep(0.2)
    assert (opening.done(), state.stage.status, entered) == (False, "", [])
    database.on()
    await asyncio.wait_for(opening, 10)
    assert entered == [room.live_session_id]


@pytest.mark.parametrize(("page", "enter"), [(TabletState, "enter"), (PhoneState, "look_along")])
async def test_a_facilitator_who_opens_a_page_of_the_room_is_not_sent_to_the_login(
    room: Room,
    entered: list[str],
    monkeypatch: pytest.MonkeyPatch,
    database: Switch,
    page: Any,
    enter: str,
):
    token = devices.log_in("Anna", PASSWORD, now())
    carry(monkeypatch, token)
    state: Any = page()
    database.off()
    opening = asyncio.create_task(do(state, enter))
    await asyncio.sleep(0.2)
    assert not opening.done()
    database.on()
    assert await asyncio.wait_for(opening, 10) is None
    assert entered == [room.live_session_id]


@pytest.mark.parametrize(("act", "kind"), [("add_idea", "idea"), ("ask_question", "question")])
async def test_what_is_written_waits_on_the_phone_with_a_sentence_and_is_stored_when_sent_again(
    room: Room,
    thinker: str,
    monkeypatch: pytest.MonkeyPatch,
    database: Switch,
    act: str,
    kind: str,
):
    monkeypatch.setattr(phone_states, "participant_key", lambda _state, _code: thinker)
    monkeypatch.setattr(phone_states, "now", lambda: room.now)
    state: Any = PhoneState()
    state._live_session_id = room.live_session_id
    written = ("carousel", 1, act, {"id": "made-here-1", "text": "Een bankje"})
    database.off()
    await do(state, "act", *written)
    assert (state.refusal.id, state.refusal.stays) == ("made-here-1", True)
    assert state.refusal.sentence == Say("error.not_stored_yet")
    database.on()
    await do(state, "act", *written)
    assert (state.refusal.stays, state.refusal.sentence) == (False, Say())
    assert [item.id for item in room.look().board.of_step("carousel", kind)] == ["made-here-1"]


async def test_a_facilitator_is_told_why_nothing_moves(
    room: Room, monkeypatch: pytest.MonkeyPatch, database: Switch
):
    carry(monkeypatch, "of-nobody")
    browser: Any = SimpleNamespace(
        rx_router_session=SimpleNamespace(client_token="t", client_ip="192.0.2.7"),
        rx_router_headers=SimpleNamespace(raw_headers={}),
    )
    steer = Event(name=f"{TabletState.get_full_name()}.steer")
    database.off()
    assert await Gate().preprocess(browser, browser, steer) is None
    state: Any = TabletState()
    await do(state, "steer", "next", 0)
    assert (state.notice.kind, state.notice.sentence) == ("error", text("error.not_stored"))
    database.on()
    assert await Gate().preprocess(browser, browser, steer) is not None


async def test_what_no_database_will_ever_take_is_refused_and_does_not_wait_for_better_times():
    def store() -> None:
        raise DataError("INSERT", {}, ValueError())

    outcome = await running.run(store)
    assert outcome.is_refused
    assert not outcome.is_away
