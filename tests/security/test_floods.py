"""Floods on a running program: others are served, the offender is cut, the log says no words."""

import asyncio
from collections.abc import AsyncIterator
from time import perf_counter

import pytest
import pytest_asyncio

from plekberaad_app.platform.reflex.socket_limits import MAX_PER_ADDRESS
from plekberaad_app.platform.settings import Settings
from tests.clients.browser import Browser, visiting
from tests.clients.phone import Phone
from tests.clients.screen import ROOT_STATE, state_name
from tests.security.floods import TIMEOUT_SECONDS, Deaf, Figures, Line, Room, room_of
from tests.security.malformed import Frame, events, made, packets
from tests.setup.program import running

pytestmark = [pytest.mark.served, pytest.mark.asyncio(loop_scope="session")]

EVENTS, PER_SECOND = 8_000, 8_000
# So many a socket may say before it is one that floods.
PER_SOCKET = 100
PROJECTOR = state_name("room.projector.state", "projector_state")
# Two heartbeats without an answer, and a little.
HEARTBEATS_SECONDS = 25
LONG_IDEA = "een bankje met uitzicht op het water en een dak erboven " * 4


async def pour(line: Line, event: object, socket: Deaf) -> int:
    """Send at that pace until the server hangs up; how many went out."""
    begun, sent = perf_counter(), 0
    while sent < EVENTS and not socket.closed.is_set():
        due = min(EVENTS, int((perf_counter() - begun) * PER_SECOND) + 1)
        for _ in range(due - sent):
            line.say(event)
        sent = max(sent, due)
        await asyncio.sleep(0.002)
    return sent


async def test_a_socket_that_floods_and_will_not_go_is_cut_and_others_are_answered(
    room: Room, figures: Figures
):
    line = Line(room.attacker)
    await line.open()
    async with room.flood() as cost:
        begun = perf_counter()
        sent = await pour(line, room.event(), line.socket)
        poured = perf_counter() - begun
        await line.cut_after()
        seconds = perf_counter() - begun
        await asyncio.sleep(1)
    assert sent < EVENTS
    rate = f"{sent:,} of {EVENTS:,}, at {sent / poured:,.0f}/s"
    figures.note("8,000 events/s from one socket", rate, f"cut after {seconds:.2f} s", cost)
    room.check(cost)


async def test_one_address_opens_no_more_than_a_library_needs(room: Room, figures: Figures):
    lines = [Line(room.attacker) for _ in range(500)]
    async with room.flood() as cost:
        came_in = [line for line in lines if await line.opens()]
        assert len(came_in) >= MAX_PER_ADDRESS
        newcomer = Phone(Browser(room.evening.site), room.evening.code)
        await newcomer.check_in("Nog iemand")
        await newcomer.close()
        for line in lines:
            line.socket.abort()
    await room.forget(cost)
    refused = 500 - len(came_in)
    assert refused > 0
    figures.note("500 sockets from one address", "500", f"{refused} refused", cost)
    room.check(cost)


async def test_too_long_a_message_ends_its_socket_alone(room: Room, figures: Figures):
    async with room.flood() as cost:
        taken: list[float] = []
        for size in (65_537, 70_000, 2_000_000):
            line = Line(room.attacker)
            await line.open()
            line.say({**room.event(), "payload": {"text": room.word * (size // len(room.word))}})
            taken.append(await line.cut_after())
    figures.note("messages over 64 KB", "3", f"3 cut, after {max(taken):.2f} s at most", cost)
    room.check(cost)


async def test_a_message_just_within_the_limit_is_heard(room: Room):
    line = Line(room.attacker)
    await line.open()
    line.say({**room.event(), "payload": {"text": "x" * 60_000}})
    await asyncio.sleep(0.3)
    assert not line.socket.closed.is_set()
    line.socket.abort()


async def test_malformed_messages_harm_nobody_and_are_logged_without_words(
    room: Room, figures: Figures
):
    await suffer_malformed(
        room, figures, made(events, room.word, 450), made(packets, room.word, 50)
    )


@pytest.mark.long
async def test_ten_thousand_malformed_messages_harm_nobody(room: Room, figures: Figures):
    making = (
        asyncio.to_thread(made, strategy, room.word, most)
        for strategy, most in ((events, 9_300), (packets, 1_000))
    )
    of_events, of_packets = await asyncio.gather(*making)
    assert len(of_events) + len(of_packets) >= 10_000
    await suffer_malformed(room, figures, of_events, of_packets)


async def suffer_malformed(
    room: Room, figures: Figures, of_events: list[Frame], of_packets: list[Frame]
) -> None:
    """Events over as many sockets as that takes without a flood; each other packet on its own."""
    batches = [
        *(of_events[at : at + PER_SOCKET] for at in range(0, len(of_events), PER_SOCKET)),
        *([packet] for packet in of_packets),
    ]
    async with room.flood() as cost:
        ended = 0
        for index, batch in enumerate(batches):
            if index % PER_SOCKET == 0:
                site = room.another_address()
            ended += await send_malformed(Line(site), batch)
    await room.forget(cost)
    tried = len(of_events) + len(of_packets)
    figures.note("malformed messages", f"{tried:,}", f"{ended:,} sockets cut", cost)
    room.check(cost)
    assert "library_message" in room.program.log.read_text()


async def send_malformed(line: Line, frames: list[Frame]) -> bool:
    """Whether the server ended the socket for it."""
    await line.open()
    for kind, raw in frames:
        line.pour(raw, kind)
    await asyncio.sleep(0.3 if len(frames) > 1 else 0.02)
    was_ended = line.socket.closed.is_set()
    line.socket.abort()
    return was_ended


async def test_who_asks_and_does_not_read_is_cut_and_nothing_piles_up(room: Room, figures: Figures):
    await suffer_askers(room, figures, 3)


@pytest.mark.long
async def test_a_hundred_who_ask_and_do_not_read_are_cut_and_nothing_piles_up(
    room: Room, figures: Figures
):
    await suffer_askers(room, figures, 100)


async def suffer_askers(room: Room, figures: Figures, readers: int) -> None:
    """Each asks for whole pages as fast as it may, and takes in nothing."""
    lines = await projectors(room, readers)
    async with room.flood() as cost:
        begun = perf_counter()
        for line in lines:
            line.socket.stop_reading()
            for _ in range(PER_SOCKET):
                line.say(line.event(f"{ROOT_STATE}.hydrate"))
        while not all(line.socket.closed.is_set() for line in lines):
            assert perf_counter() - begun < TIMEOUT_SECONDS
            for line in lines:
                line.say(line.event(f"{ROOT_STATE}.hydrate"))
            await asyncio.sleep(0.05)
        seconds = perf_counter() - begun
    await room.forget(cost)
    told = f"{readers} sockets", f"all cut, the last after {seconds:.1f} s"
    figures.note("slow readers who go on asking", *told, cost)
    room.check(cost)


@pytest.mark.long
async def test_a_hundred_who_neither_read_nor_speak_are_cut_while_the_room_writes(
    room: Room, figures: Figures
):
    lines = await projectors(room, 100)
    async with room.flood() as cost:
        for line in lines:
            line.socket.stop_reading()
        written = await write_for(room, HEARTBEATS_SECONDS)
        for line in lines:
            await line.cut_after()
    await room.forget(cost)
    told = f"100 sockets, {written} ideas", f"all cut, within {HEARTBEATS_SECONDS} s"
    figures.note("slow readers who only listen", *told, cost)
    room.check(cost)


async def projectors(room: Room, number: int) -> list[Line]:
    """Sockets that watch the wall, for which whoever knows the code needs nothing."""
    lines = [Line(room.attacker, room.evening.projector.path) for _ in range(number)]
    for line in lines:
        await line.open()
        line.say(line.event(f"{PROJECTOR}.enter"))
    await asyncio.sleep(0.5)
    return lines


async def write_for(room: Room, seconds: float) -> int:
    """Ideas that come on every projector's wall and go again; how many."""
    # The first of them is the one whose answers are timed.
    writers, written, begun = room.evening.at_table(1, "thinker")[1:], 0, perf_counter()
    while perf_counter() - begun < seconds:
        writer = writers[written % len(writers)]
        idea = await writer.write(f"{room.word} {LONG_IDEA}"[:200])
        writer.act("take_back_idea", id=idea)
        written += 1
        await asyncio.sleep(0.1)
    return written


@pytest_asyncio.fixture(loop_scope="session")
async def patient_room(built: None, tmp_path) -> AsyncIterator[Room]:
    """A program that keeps closed tabs for as long as it does for real."""
    with running(tmp_path, trusted_proxy_hops="1") as program:
        async with visiting(program.url, "198.51.100.2") as site:
            made_room = await room_of(program, site)
            yield made_room
            await made_room.evening.close()


@pytest.mark.long
async def test_three_hundred_tabs_a_second_are_slowed_and_forgotten(
    patient_room: Room, figures: Figures
):
    room, lasts = patient_room, Settings.model_fields["closed_tab_seconds"].default
    async with room.flood() as first:
        tried, refused = await open_without_end(room, 10)
    assert refused > tried / 2
    await room.forget(first, lasts)
    async with room.flood() as second:
        await open_without_end(room, 10)
    # What the first wave took is there for the second.
    assert second.peak - first.peak < (first.peak - first.before) / 2
    first.waits, first.peak = [*first.waits, *second.waits], max(first.peak, second.peak)
    figures.note(
        "300 made-up tabs/s for ten seconds, twice",
        f"{2 * tried:,}",
        f"{2 * refused:,} refused",
        first,
    )
    room.check(first)


async def test_made_up_tabs_are_refused_and_what_they_took_is_there_for_the_next(
    room: Room, figures: Figures
):
    async with room.flood() as cost:
        tried, refused = await open_without_end(room, 3)
    await room.forget(cost)
    assert tried - refused >= MAX_PER_ADDRESS
    assert refused > 0
    figures.note("300 made-up tabs/s for three seconds", f"{tried:,}", f"{refused:,} refused", cost)
    room.check(cost)


async def open_without_end(room: Room, seconds: int) -> tuple[int, int]:
    """Three hundred new tabs a second: how many, and how many were refused."""
    tried = refused = 0
    for _ in range(seconds):
        begun = perf_counter()
        lines = [Line(room.attacker) for _ in range(300)]
        opened = await asyncio.gather(*(line.opens() for line in lines))
        tried, refused = tried + len(lines), refused + opened.count(False)
        for line in lines:
            line.socket.abort()
        await asyncio.sleep(max(0.0, 1 - (perf_counter() - begun)))
    return tried, refused
