"""What the attacks share: one program with two libraries in it, and the matrix they fill."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.clients.browser import visiting
from tests.security.attacks import Matrix
from tests.security.house import House, furnished
from tests.setup.conftest import built
from tests.setup.program import running

__all__ = ["built"]


@pytest.fixture(scope="session")
def matrix() -> Iterator[Matrix]:
    """Where every attack notes its counts; `make test-attacks` keeps it."""
    noted = Matrix()
    yield noted
    if os.environ.get("ATTACK_REPORT"):
        noted.write()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(built: None, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One program for all attacks of a module; those that may do something come last."""
    folder = tmp_path_factory.mktemp("house")
    with running(folder) as program:
        async with visiting(program.url) as site:
            furnished_house = await furnished(program, site, folder)
            yield furnished_house
            await furnished_house.close()
