"""What all tests share: a database of their own, on SQLite and, where one runs, on PostgreSQL."""

import os
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import hypothesis
import psycopg
import pytest
from sqlalchemy import create_engine
from sqlmodel import SQLModel
from structlog.testing import capture_logs

import plekberaad_app.platform.database.tables  # noqa: F401  (fills the metadata)
from plekberaad_app.platform import refusals
from plekberaad_app.platform.database.engine import Database
from plekberaad_app.platform.pacing import Pace
from tests.casting import own_settings, quick_hashes
from tests.left_behind import nothing_left_behind
from tests.setup.served import built, program
from tests.stores import SqliteFile, used

# A busy machine may take long over an example: that is no fault of what is tested.
hypothesis.settings.register_profile("plekberaad", deadline=None)
hypothesis.settings.load_profile("plekberaad")

__all__ = ["built", "nothing_left_behind", "own_settings", "program", "quick_hashes"]

POSTGRESQL = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://127.0.0.1:5432/postgres")


def missing_service(name: str) -> None:
    """Skip the test, or fail it where services are required."""
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(f"{name} is required here and does not answer")
    pytest.skip(f"no {name} on this machine")


@pytest.fixture
def refusals_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """What `refusals` wrote in the log since the test began, as its fields."""
    monkeypatch.setattr(refusals, "_pace", Pace(burst=20, per_second=0))
    monkeypatch.setattr(refusals, "_left_out", Counter())
    with capture_logs() as kept:
        yield kept


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Database:
    """An empty open database; every test that asks for it runs on both kinds."""
    return request.getfixturevalue(f"{request.param}_store")


@pytest.fixture
def sqlite_store(sqlite_file: SqliteFile) -> Iterator[Database]:
    """An empty open SQLite database."""
    sqlite_file.put_back(sqlite_file.empty)
    with used(sqlite_file.database) as database:
        yield database


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> SqliteFile:
    """The file in which every SQLite database of this test run stands."""
    return SqliteFile(tmp_path_factory.mktemp("sqlite") / "plekberaad.db")


@pytest.fixture
def postgresql_store(postgresql: Database) -> Iterator[Database]:
    """An empty open PostgreSQL database."""
    with postgresql.writer.begin() as connection:
        # A transaction that a test left open must fail the next test, not hang it.
        connection.exec_driver_sql("SET lock_timeout = '5s'")
        connection.exec_driver_sql(_emptied())
    with used(postgresql) as database:
        yield database


@pytest.fixture(scope="session")
def postgresql(postgresql_url: str) -> Database:
    """The PostgreSQL database of this test run."""
    return Database(postgresql_url)


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A database of this test run's own, with all tables; dropped at the end."""
    with new_postgresql_database() as made:
        url = made.replace("postgresql:", "postgresql+psycopg:", 1)
        engine = create_engine(url)
        SQLModel.metadata.create_all(engine)
        engine.dispose()
        yield url


def _emptied() -> str:
    """Statements after which every table is empty and counts from one again.

    TRUNCATE would make new files for every table and index, which takes a tenth of a second.
    """
    tables = list(reversed(SQLModel.metadata.sorted_tables))
    deleted = [f"DELETE FROM {table.name}" for table in tables]
    counted = [each for table in tables if (each := table.autoincrement_column) is not None]
    restarted = [
        f"SELECT setval(pg_get_serial_sequence('{each.table.name}', '{each.name}'), 1, false)"
        for each in counted
    ]
    return "; ".join([*deleted, *restarted])


@pytest.fixture
def empty_postgresql() -> Iterator[str]:
    """A PostgreSQL database for one test, without tables."""
    with new_postgresql_database() as url:
        yield url


@contextmanager
def new_postgresql_database() -> Iterator[str]:
    """The address of an empty database that nobody else uses, also not at the same time."""
    name = f"plekberaad_test_{secrets.token_hex(4)}"
    _as_owner(f"CREATE DATABASE {name}")
    # What these databases hold has to outlive no power cut.
    _as_owner(f"ALTER DATABASE {name} SET synchronous_commit = off")
    yield f"{POSTGRESQL.rsplit('/', 1)[0]}/{name}"
    _as_owner(f"DROP DATABASE {name} WITH (FORCE)")


def _as_owner(command: str) -> None:
    try:
        owner = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        missing_service("PostgreSQL")
        raise
    with owner:
        owner.execute(command)  # pyright: ignore[reportArgumentType, reportCallIssue]
