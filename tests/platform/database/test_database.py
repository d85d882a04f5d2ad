"""The database's doors: who writes waits for a turn, but not for ever."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy.exc import OperationalError, TimeoutError
from sqlmodel import text

from plekberaad_app.platform.database import engine
from plekberaad_app.platform.database.engine import Database


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Database:
    """A SQLite database whose writers have little patience."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    return request.getfixturevalue("sqlite_store")


@contextmanager
def somebody_writing(store: Database) -> Iterator[None]:
    """Another use case of this program does not come to its end."""
    is_in, may_end = threading.Event(), threading.Event()

    def write() -> None:
        with store.transaction():
            is_in.set()
            may_end.wait(30)

    writing = threading.Thread(target=write)
    writing.start()
    is_in.wait(30)
    yield
    may_end.set()
    writing.join()


def test_anyone_who_gets_no_turn_to_write_is_told_so(store: Database):
    with somebody_writing(store), pytest.raises(TimeoutError), store.transaction():
        pass
    write(store)


def test_anyone_who_is_locked_out_by_another_program_is_told_so(store: Database):
    path = store.writer.url.database or ""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            write(store)
        other.execute("ROLLBACK")
    write(store)


def write(store: Database) -> None:
    with store.transaction() as db:
        db.connection().execute(text("UPDATE live_sessions SET version = version"))


def test_a_journal_that_must_wait_for_whoever_writes_is_no_error(store: Database):
    with somebody_writing(store):
        assert not store.clear_journal()
    assert store.clear_journal()
