"""The tablet knows how many projectors show the room: of this process, and of the others."""

import asyncio

import pytest

from plekberaad_app.live.projectors import SAID_LASTS_SECONDS, Projectors
from plekberaad_app.live.viewers import Viewer
from tests.live.test_bus import REDIS, ROOM, Process, channel, client, running, until
from tests.live.watching import Live, only_our_houses
from tests.rooms import Room, open_room

__all__ = ["channel", "client", "only_our_houses"]


@pytest.fixture
def room(store, own_settings, quick_hashes, only_our_houses):
    return open_room()


def test_what_another_process_said_counts_until_it_has_been_silent_for_long():
    projectors = Projectors(here=1)
    projectors.hear("other", 2, at=100.0)
    assert projectors.count(100.0 + SAID_LASTS_SECONDS - 0.001) == 3
    assert projectors.count(100.0 + SAID_LASTS_SECONDS) == 1
    projectors.hear("other", 0, at=101.0)
    assert projectors.count(102.0) == 1


async def test_every_tablet_hears_of_projectors_that_come_and_go(room: Room):
    live = Live(room)
    first = await live.open("tablet-1", "tablet")
    assert first["projectors"] == 0
    await live.open("screen-1", "projector")
    assert first["projectors"] == 1
    assert (await live.open("tablet-2", "tablet"))["projectors"] == 1
    live.house._rooms[live.room.live_session_id].dismiss("screen-1")
    # The version stays the same, so only what the tablet hears says that the room looked.
    live.house.changed(live.room.live_session_id, 0, None)
    await until(lambda: first["projectors"] == 0)


async def test_the_small_picture_on_the_tablet_is_no_projector(room: Room):
    live = Live(room)
    tablet = await live.open("tablet", "tablet")
    picture = Viewer("picture", "projector", is_picture=True)
    live.house.enter(live.room.live_session_id, picture)
    await live.settle()
    assert tablet["projectors"] == 0
    assert live.screens.shown["picture"]["screen"]["mode"] == "stage"


async def test_a_projector_at_another_process_is_told_on_the_tablet_here(room: Room):
    live = Live(room)
    tablet = await live.open("tablet", "tablet")
    live.house.hear_projectors(live.room.live_session_id, "other", 1)
    await asyncio.sleep(0)
    await live.settle()
    assert tablet["projectors"] == 1


@pytest.mark.services
async def test_between_processes_travels_how_many_projectors_each_has(client, channel):
    here, there = Process(REDIS), Process(REDIS)
    async with running(here, there):
        await there.follow(ROOM)
        here.bus.tell_projectors(ROOM, 2)
        await until(lambda: there.projectors)
        ((room, _sender, count),) = there.projectors
        assert (room, count) == (ROOM, 2)
        assert there.heard == []
