"""What the attacks share: one program with two libraries, one to flood, and what is counted.

The programs serve all files of attacks: what an attack may do to one, the next has to find mended.
"""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.clients.browser import visiting
from tests.security.attacks import TRAFFIC_HEAD, Matrix, keep
from tests.security.floods import CLOSED_TAB_SECONDS, Figures, Room, room_of
from tests.security.house import House, furnished
from tests.setup.program import running


@pytest.fixture(scope="session")
def matrix() -> Iterator[Matrix]:
    """Where every attack notes its counts; `make test-attacks` keeps it."""
    noted = Matrix()
    yield noted
    if os.environ.get("ATTACK_REPORT"):
        noted.write()


@pytest.fixture(scope="session")
def figures() -> Iterator[Figures]:
    """What floods cost; `make test-attacks` keeps it."""
    noted = Figures()
    yield noted
    if os.environ.get("ATTACK_REPORT"):
        noted.write()


@pytest.fixture(scope="session")
def traffic() -> Iterator[dict[str, str]]:
    """What every kind of screen was sent, as lines of a table; `make test-attacks` keeps it."""
    rows: dict[str, str] = {}
    yield rows
    if os.environ.get("ATTACK_REPORT"):
        keep("traffic", "What a whole evening sent to its screens", TRAFFIC_HEAD, rows)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_house(
    built: None, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[House]:
    """The program that is attacked."""
    folder = tmp_path_factory.mktemp("house")
    with running(folder) as program:
        async with visiting(program.url) as site:
            furnished_house = await furnished(program, site, folder)
            yield furnished_house
            await furnished_house.close()


@pytest_asyncio.fixture(loop_scope="session")
async def house(shared_house: House) -> House:
    """The same for every attack: all screens open, and a clock that stands still."""
    await shared_house.be_there()
    return shared_house


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_room(built: None, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    """The program that is flooded; a proxy says who is at which address."""
    kept = str(CLOSED_TAB_SECONDS)
    folder = tmp_path_factory.mktemp("room")
    with running(folder, trusted_proxy_hops="1", closed_tab_seconds=kept) as program:
        async with visiting(program.url, "198.51.100.1") as site:
            made = await room_of(program, site)
            yield made
            await made.evening.close()


@pytest_asyncio.fixture(loop_scope="session")
async def room(shared_room: Room) -> Room:
    """The same room, with an attacker who was never here."""
    await shared_room.be_there()
    return Room(shared_room.program, shared_room.evening)
