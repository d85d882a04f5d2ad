"""What all tests share: a database of their own, on SQLite and, where one runs, on PostgreSQL."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlmodel import SQLModel

from plekberaad_app.store import tables
from plekberaad_app.store.database import Database, open_database

POSTGRESQL = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://127.0.0.1:5432/postgres")


def missing_service(name: str) -> None:
    """Skip the test, or fail it where services are required."""
    if os.environ.get("REQUIRE_SERVICES"):
        pytest.fail(f"{name} is required here and does not answer")
    pytest.skip(f"no {name} on this machine")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty open database; every test that asks for it runs on both kinds."""
    yield from _sqlite(tmp_path) if request.param == "sqlite" else _postgresql()


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Database]:
    """An empty open SQLite database."""
    yield from _sqlite(tmp_path)


def _sqlite(folder: Path) -> Iterator[Database]:
    yield from _opened(f"sqlite:///{folder}/plekberaad.db")


def _postgresql() -> Iterator[Database]:
    name = f"plekberaad_test_{secrets.token_hex(4)}"
    try:
        admin = psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        missing_service("PostgreSQL")
        return
    with admin:
        admin.execute(f"CREATE DATABASE {name}")  # pyright: ignore[reportArgumentType, reportCallIssue]
    try:
        yield from _opened(_database_url(name))
    finally:
        with psycopg.connect(POSTGRESQL, autocommit=True) as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")  # pyright: ignore[reportArgumentType, reportCallIssue]


def _database_url(name: str) -> str:
    server = POSTGRESQL.rsplit("/", 1)[0].removeprefix("postgresql://")
    return f"postgresql+psycopg://{server}/{name}"


def _opened(url: str) -> Iterator[Database]:
    database = open_database(url)
    SQLModel.metadata.create_all(database.writer, tables=list(tables.SQLModel.metadata.sorted_tables))
    yield database
    database.dispose()
