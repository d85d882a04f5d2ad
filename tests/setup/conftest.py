"""The program, running once for all tests that only look at it, and a database for one test."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from plekberaad_app.building import is_built
from tests.conftest import POSTGRESQL, missing_service
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


@pytest.fixture
def own_postgresql() -> Iterator[str]:
    """A PostgreSQL database for one test."""
    try:
        owner = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        missing_service("PostgreSQL")
        raise
    with owner:
        owner.execute("DROP DATABASE IF EXISTS plekberaad_alone")
        owner.execute("CREATE DATABASE plekberaad_alone")
        yield POSTGRESQL.rsplit("/", 1)[0] + "/plekberaad_alone"
        owner.execute("DROP DATABASE plekberaad_alone WITH (FORCE)")
