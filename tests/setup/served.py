"""The program, running once for all tests that only look at it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from plekberaad_app.ops.build.building import is_built
from tests.setup.program import Program, running


@pytest.fixture(scope="session")
def built() -> None:
    """The frontend is there; `make test` builds it, a single test does not wait for that."""
    if is_built():
        return
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail("the frontend is not built: run `make build`")
    pytest.skip("the frontend is not built: run `make build`")


@pytest.fixture(scope="module")
def program(built: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program, serving with an empty database."""
    folder: Path = tmp_path_factory.mktemp("data")
    with running(folder) as served:
        yield served
