"""The way of an idea and of *Volgende* through the program, as `bench.path` counts it."""

import asyncio

import pytest

from bench import path
from tests.live.test_publisher import Live, only_our_houses
from tests.rooms import Room, room_in_ideas

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


async def ways(room: Room) -> dict[str, path.Way]:
    live, thinker = Live(room), room.thinkers[0]
    await live.open("phone", "phone", thinker)
    await live.open("projector", "projector")
    await live.open("tablet", "tablet")
    # What is worked out once for all has been.
    room.act(thinker, "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    return {
        "idea": await path.way_of(
            lambda: room.act(thinker, "add_idea", id="idee-0002", text="Een boom")
        ),
        "next": await path.way_of(lambda: room.steer("next")),
    }


async def test_the_way_is_through_files_of_ours_and_every_folder_it_enters_is_counted(room):
    found = await ways(room)
    for name, way in found.items():
        print(name, way)
        folders = {path.folder(file) for file in way.files}
        assert all(file.startswith(str(path.PACKAGE)) for file in way.files)
        assert len(folders) - 1 <= way.crossings <= way.calls
        assert not {file for file in way.files if "/ops/" in file or "/features/" in file}
