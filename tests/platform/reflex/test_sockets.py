"""The real program, heard through real sockets: who gets what, and who gets nothing."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from plekberaad_app.features.accounts.desk_state import AccountDeskState
from plekberaad_app.features.evenings.state import PreparingState
from plekberaad_app.features.programme.state import ProgrammeState
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.tablet.state import TabletState
from tests.clients.browser import Browser, FormRefused, Site, visiting
from tests.clients.evening import Evening, new_evening
from tests.clients.facilitator import (
    AccountDesk,
    CommandRefused,
    Desk,
    Facilitator,
    Programme,
    begin,
    begin_token,
    log_in,
)
from tests.clients.phone import Phone, new_phone, wall
from tests.clients.projector import Projector
from tests.clients.screen import ROOT_STATE, state_name
from tests.clients.websocket import Refused
from tests.setup.program import Program, running

pytestmark = pytest.mark.served

SHORT = {"rounds": "1"}
PEOPLE = 6
TABLES = 2
# What a phone and the projector may never hear once they are open.
HUSHED = (b"newcomer", b"never", b"habit", b"percentage", b'"goal"', b"unusual")


@pytest.fixture
async def site(program: Program) -> AsyncIterator[Site]:
    async with visiting(program.url) as site:
        yield site


@pytest.fixture
async def anna(site: Site, program: Program) -> Browser:
    """The facilitator's browser, logged in; the first test uses the one-time link."""
    try:
        return await log_in(site)
    except FormRefused:
        return await begin(site, await begin_token(program.log))


@pytest.fixture
async def evening(anna: Browser) -> AsyncIterator[Evening]:
    """Six people at two tables, in the ideas phase of the first round."""
    evening = await in_ideas(anna)
    yield evening
    await evening.close()


async def in_ideas(anna: Browser) -> Evening:
    evening = await new_evening(anna, SHORT)
    await evening.go_to_ideas(PEOPLE, TABLES)
    return evening


def test_the_clients_call_our_states_by_their_real_names():
    for screen, state in (
        (Phone, PhoneState),
        (Facilitator, TabletState),
        (Projector, ProjectorState),
        (Desk, PreparingState),
        (AccountDesk, AccountDeskState),
        (Programme, ProgrammeState),
    ):
        assert state.get_full_name() == state_name(screen.module, screen.state)


async def test_a_phone_that_joins_gets_its_view(anna: Browser):
    evening = await new_evening(anna, SHORT)
    phone = new_phone(evening.site, evening.code)
    await phone.check_in("Noor")
    assert phone.shown["me"]["has_joined"]
    assert phone.shown["me"]["name"] == "Noor"
    assert phone.shown["room"]["title"] == "Het plein"
    cards = await evening.facilitator.until(lambda shown: shown["roster"])
    assert [card["name"] for card in cards] == ["Noor"]
    await evening.close()


async def test_an_idea_reaches_the_table_the_projector_and_the_tablet(evening: Evening):
    writer, neighbour = evening.at_table(1)[:2]
    (owner,) = evening.at_table(1, "owner")
    await writer.write("Een bankje in de zon")
    for screen in (writer, neighbour, owner, evening.projector, evening.facilitator):
        await screen.until(lambda shown: wall(shown) == ["Een bankje in de zon"])
    assert all(wall(phone.shown) == [] for phone in evening.at_table(2))


async def test_anyone_who_is_not_logged_in_gets_no_tablet_and_moves_nothing(evening: Evening):
    stranger = Facilitator(Browser(evening.site), evening.code)
    await stranger.open()
    assert stranger.redirects
    guest = evening.at_table(1)[0]
    for name in TabletState.event_handlers:
        for payload in ({}, _payload_for(evening, name)):
            stranger.send(name, **payload)
            guest.send_raw(f"{stranger.full_state}.{name}", payload)
    await guest.write("Toch nog een idee")
    await _settled(evening)
    for screen in (stranger, guest):
        tablet = screen.states[stranger.full_state]
        assert (tablet["roster"], tablet["stage"]["status"], tablet["pin"]) == ([], "", "")


def _payload_for(evening: Evening, name: str) -> dict[str, Any]:
    payloads = {
        "steer": {"command": "next", "made_on": evening.facilitator.shown["controls"]["steering"]},
        "show": {"mode": "black"},
        "remove_person": {"number": 1, "take_along": True},
        "make_tables": {"form": {"tables": "3"}},
        "move_person": {"number": 1, "table": 2},
        "send_message": {"form": {"text": "Ga naar huis"}},
    }
    return payloads.get(name, {})


async def _settled(evening: Evening) -> None:
    """The facilitator's own command, made on what was true before, is still the next one."""
    before = dict(evening.facilitator.shown)
    await evening.facilitator.steer("pause")
    after = evening.facilitator.shown
    assert after["controls"]["steering"] == before["controls"]["steering"] + 1
    assert after["roster"] == before["roster"]
    assert after["stage"] == before["stage"]
    assert after["controls"]["screen"] == before["controls"]["screen"]


FORGED: list[dict[str, Any]] = [
    {},
    {"step_id": None, "round": 1, "name": "add_idea", "payload": {}},
    {"step_id": "x", "round": "1", "name": "add_idea", "payload": {}},
    {"step_id": "x" * 5000, "round": 10**30, "name": "add_idea", "payload": {}},
    {"step_id": "x", "round": 1, "name": {"$ne": ""}, "payload": []},
    {"step_id": "x", "round": 1, "name": "reveal", "payload": {"round": 1}},
    {"step_id": "x", "round": 1, "name": "__class__", "payload": {"a": {"b": {"c": {}}}}},
]


async def test_forged_events_store_nothing_and_the_phone_goes_on(evening: Evening):
    writer = evening.at_table(1)[0]
    step_id = writer.shown["stage"]["step_id"]
    for forged in FORGED:
        writer.send("act", **forged)
        writer.send("act", **forged | {"step_id": step_id} if forged else {})
    writer.act("add_idea", id="x", text="Te korte id")
    writer.act("add_idea", id="idee-0001-een", text=["geen", "tekst"])
    writer.act("add_idea", id="idee-0001-twee", text="a", author="iemand anders")
    writer.send_raw(f"{ROOT_STATE}.setvar", {"var_name": "me", "value": {"number": 1}})
    await writer.write("Een gewoon idee")
    await evening.facilitator.until(lambda shown: wall(shown) == ["Een gewoon idee"])


async def test_ids_of_another_room_open_nothing(anna: Browser, evening: Evening):
    other = await in_ideas(anna)
    theirs = await other.at_table(1)[0].write("Van de andere zaal")
    ours = evening.at_table(1)[0]
    step_id = other.facilitator.shown["stage"]["step_id"]
    idea_id = ours.offer_idea("Verdwaald", step_id=step_id)
    assert await ours.refused(idea_id)
    ours.act("take_back_idea", id=theirs)
    assert await ours.refused(theirs)
    with pytest.raises(CommandRefused):
        await evening.facilitator.do("hide", contribution_id=theirs, hidden=True)
    assert wall(other.facilitator.shown) == ["Van de andere zaal"]
    assert wall(evening.facilitator.shown) == []
    await other.close()


async def test_the_join_code_as_token_shows_nothing(evening: Evening):
    await evening.at_table(1)[0].write("xylofoonplein")
    spy = Phone(Browser(evening.site), evening.code)
    heard: list[bytes] = []
    spy.path, spy.token = "/", evening.code
    spy.on_frame = lambda frame, _at: heard.append(frame)
    await spy.connect()
    await spy.until(lambda _: spy.states.get(ROOT_STATE, {}).get("is_hydrated"))
    traffic = b"".join(heard)
    assert b"xylofoonplein" not in traffic
    assert b"Het plein" not in traffic
    await spy.close()


async def test_no_phone_and_no_projector_is_told_who_never_comes(anna: Browser):
    evening = await new_evening(anna, SHORT)
    phone = new_phone(evening.site, evening.code)
    await phone.check_in("Noor")
    heard: list[bytes] = []
    for screen in (phone, evening.projector):
        screen.on_frame = lambda frame, _at: heard.append(frame)
    await evening.fill(PEOPLE)
    assert evening.facilitator.shown["presence"]["total"] > PEOPLE
    await evening.seat(TABLES)
    await evening.bring_challenges(per_table=1)
    await evening.go_to("carousel", "ideas")
    await phone.until(lambda shown: shown["stage"]["phase"] == "ideas")
    assert heard
    traffic = b"".join(heard)
    assert [word for word in HUSHED if word in traffic] == []
    await phone.close()
    await evening.close()


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
async def test_a_page_of_another_site_gets_no_socket(origin: str, evening: Evening):
    with pytest.raises(Refused):
        await evening.phones[0].connect(origin)


async def test_refreshing_and_more_tabs_are_one_person(evening: Evening):
    phone = evening.phones[0]
    me = phone.shown["me"]
    for _ in range(3):
        phone.lose_network()
        await phone.open()
    second_tab = Phone(phone.browser, evening.code)
    await second_tab.open()
    await second_tab.browser.submit(f"{phone.path}/meedoen", name="Mens 1", kind="", habit="")
    assert phone.shown["me"] == me
    assert second_tab.shown["me"] == me
    await evening.facilitator.steer("pause")
    assert len(evening.facilitator.shown["roster"]) == PEOPLE
    await second_tab.close()


async def test_an_idea_sent_again_after_lost_network_is_stored_once(evening: Evening):
    writer = evening.at_table(1)[0]
    idea_id = writer.offer_idea("Een boom")
    writer.lose_network()
    await writer.open()
    for _ in range(3):
        writer.offer_idea("Een boom", idea_id)
    await writer.until_stored(idea_id)
    await evening.facilitator.steer("pause")
    assert wall(evening.facilitator.shown) == ["Een boom"]


async def test_killed_in_the_ideas_phase_it_comes_back_as_it_was(built: None, tmp_path: Path):
    with running(tmp_path) as before:
        async with visiting(before.url) as site:
            evening = await in_ideas(await begin(site, await begin_token(before.log)))
            writer = evening.at_table(1)[0]
            idea_id = await writer.write("Blijft bestaan")
            stage, end = writer.shown["stage"], _end(writer.shown)
            assert before.stop(signal.SIGKILL) == -signal.SIGKILL
            with running(tmp_path) as after:
                site.url = after.url
                await asyncio.gather(*(screen.open() for screen in evening.screens))
                await writer.until(lambda shown: idea_id in shown["stored"])
                assert writer.shown["stage"] == stage
                for screen in evening.screens:
                    assert abs(_end(screen.shown) - end) <= 2
                for screen in (writer, evening.projector, evening.facilitator):
                    assert wall(screen.shown) == ["Blijft bestaan"]
                await writer.write("En het gaat door")
                await evening.close()


def _end(shown: dict[str, Any]) -> int:
    """The moment at which the clock runs out, in milliseconds."""
    return shown["clock"]["sent"] + shown["clock"]["remaining"]
