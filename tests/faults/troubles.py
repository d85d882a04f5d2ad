"""What a database can suffer from while a room writes; each trouble is over when its block ends."""

import resource
import signal
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.faults.conftest import House
from tests.setup.own_services import OwnServer

Trouble = Callable[[House], AbstractContextManager[None]]


def database_file(house: House) -> Path:
    """The SQLite file of a house."""
    return Path(make_url(house.database_url).database or "")


@contextmanager
def full_disk(house: House) -> Iterator[None]:
    """Not a byte is free where the database lies; only for a small disk of the test's own."""
    filler = database_file(house).with_name("filler")
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    yield
    filler.unlink()


@contextmanager
def no_longer_files(house: House) -> Iterator[None]:
    """The program may make no file longer than its write-ahead log is now."""
    pid = house.servers[0].pid
    log = database_file(house).with_name("plekberaad.db-wal")
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (log.stat().st_size, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only_files(house: House) -> Iterator[None]:
    """Database and log can be read but not written; the system forbids it even to open files."""
    files = [str(database_file(house)), f"{database_file(house)}-wal"]
    if subprocess.run(["chattr", "+i", *files], capture_output=True, check=False).returncode:
        pytest.skip("this file system or user cannot make files immutable")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *files], check=True)


@contextmanager
def read_only_server(house: House) -> Iterator[None]:
    """A PostgreSQL that refuses every write: a standby, until somebody promotes it."""
    server = house.postgresql
    assert server is not None
    server.stop(signal.SIGINT)
    (server.data / "standby.signal").touch()
    server.start()
    yield
    with psycopg.connect(house.database_url, autocommit=True) as db:
        db.execute("SELECT pg_promote()")


@contextmanager
def locked(house: House) -> Iterator[None]:
    """Somebody else holds the right to write, and does not let go."""
    with closing(sqlite3.connect(database_file(house), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def long_reader(house: House) -> Iterator[None]:
    """Somebody else looks at one moment of the database for as long as it takes."""
    with closing(sqlite3.connect(database_file(house), isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM contributions").fetchall()
        yield
        other.execute("ROLLBACK")


@contextmanager
def backup_running(house: House) -> Iterator[None]:
    """Copies are made one after the other, page by page."""
    is_over = threading.Event()

    def copy() -> None:
        while not is_over.is_set():
            with (
                closing(sqlite3.connect(database_file(house))) as source,
                closing(sqlite3.connect(":memory:")) as target,
            ):
                source.backup(target, pages=1, sleep=0.01)

    copying = threading.Thread(target=copy)
    copying.start()
    yield
    is_over.set()
    copying.join()


@contextmanager
def restarted_postgresql(house: House) -> Iterator[None]:
    """PostgreSQL is stopped in an orderly way, and started again."""
    yield from _without(house.postgresql, signal.SIGINT)


@contextmanager
def crashed_postgresql(house: House) -> Iterator[None]:
    """PostgreSQL stops at once, as in a crash, and is started again."""
    yield from _without(house.postgresql, signal.SIGQUIT)


@contextmanager
def crashed_redis(house: House) -> Iterator[None]:
    """Redis is killed, and started again with nothing in it."""
    yield from _without(house.redis, signal.SIGKILL)


@contextmanager
def killed_worker(house: House) -> Iterator[None]:
    """One of the programs is killed, and started again much later."""
    house.servers[0].kill()
    yield
    house.servers[0].start()


@contextmanager
def held_row(house: House) -> Iterator[None]:
    """Somebody holds the row that every writer of the room needs, and all connections wait."""
    with psycopg.connect(house.database_url) as db:
        db.execute("SELECT id FROM live_sessions FOR UPDATE")
        yield
        db.rollback()


@contextmanager
def taken_connections(house: House) -> Iterator[None]:
    """Whoever connects anew is refused: others have taken all there was."""
    with ExitStack() as taken:
        with suppress(psycopg.OperationalError):
            while True:
                taken.enter_context(closing(psycopg.connect(house.database_url)))
        yield


def _without(server: OwnServer | None, name: signal.Signals) -> Iterator[None]:
    assert server is not None
    server.stop(name)
    yield
    server.start()
