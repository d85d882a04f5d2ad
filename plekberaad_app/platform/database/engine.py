"""The engine and its two entrances: one transaction at a time to write, many readers beside it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import TimeoutError
from sqlmodel import Session

from plekberaad_app.platform import metrics
from plekberaad_app.platform.database.changes import PendingChanges, tell_listeners

BUSY_TIMEOUT_MS = 5_000
# No writer waits longer than this for a reader that still sees an older moment.
JOURNAL_TIMEOUT_MS = 500
POSTGRESQL_POOL = 8
POSTGRESQL_TIMEOUT = 5
# Seconds and milliseconds after which a server that does not answer counts as away.
POSTGRESQL_CONNECTION = {
    "connect_timeout": 3,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,
    "options": f"-c lock_timeout={BUSY_TIMEOUT_MS}",
}


class Database:
    """A SQLite file with one writer and several readers, or a PostgreSQL database with a pool."""

    def __init__(self, url: str) -> None:
        self.is_sqlite = make_url(url).get_backend_name() == "sqlite"
        self.writer = _sqlite_writer(url) if self.is_sqlite else _postgresql(url)
        self.reader = _sqlite_reader(url) if self.is_sqlite else _postgresql_reader(self.writer)
        self.casts: dict[str, Any] = {}
        self._turn = Lock()

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """One use case: commits at the end, rolls back on an error, then informs the listeners.

        On SQLite writers take turns, so that two never meet: a checkpoint during a write can damage
        the file in SQLite before 3.51.3 (the WAL-reset bug). Raises sqlalchemy's TimeoutError if
        its turn does not come.
        """
        with metrics.WRITERS.track_inprogress():
            if self.is_sqlite:
                with self._my_turn():
                    yield from self._run()
            else:
                yield from self._run()

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        """Wait for a turn, but no longer than one limit, however many others are waiting."""
        if not self._turn.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
            raise TimeoutError("no turn to write")
        try:
            yield
        finally:
            self._turn.release()

    def _run(self) -> Iterator["Transaction"]:
        with Transaction(self.writer, expire_on_commit=False, info={"casts": self.casts}) as db:
            yield db
            for hook in _before_commit:
                hook(db)
            with metrics.COMMIT.time():
                db.commit()
        for follow in db.afterwards:
            follow()
        tell_listeners(db.changes)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent read-only view of the database."""
        with Session(self.reader, expire_on_commit=False, info={"casts": self.casts}) as db:
            yield db

    def clear_journal(self) -> bool:
        """Leave nothing of what was just deleted in SQLite's journal; False if that has to wait.

        It may have to wait for another reader or writer. The deletion itself is already stored, so
        that is not an error. PostgreSQL cleans up by itself (docs/privacy.md).
        """
        if not self.is_sqlite:
            return True
        with suppress(TimeoutError), self._my_turn():
            return self._checkpoint()
        return False

    def _checkpoint(self) -> bool:
        with closing(self.writer.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={JOURNAL_TIMEOUT_MS}")
            (is_read, *_) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        return not is_read

    def dispose(self) -> None:
        """Close all connections."""
        self.reader.dispose()
        self.writer.dispose()


Reader = Session
"""What a use case that only looks is given; a `Transaction` is one too."""


class Transaction(Session):
    """A database session that keeps track of which live sessions it changed.

    What is in `afterwards` happens once everything is stored, before anybody is told.
    """

    def __init__(self, engine: Engine, **options: Any) -> None:
        super().__init__(engine, **options)
        self.changes = PendingChanges()
        self.afterwards: list[Callable[[], None]] = []

    def abandon(self) -> None:
        """Undo everything: nothing is stored and nobody is told."""
        self.rollback()
        self.changes = PendingChanges()
        self.afterwards.clear()


Hook = Callable[[Transaction], None]

_before_commit: list[Hook] = []


def on_commit(hook: Hook) -> Hook:
    """Call this function for every transaction that is about to commit, so that it can add to
    it."""
    _before_commit.append(hook)
    return hook


_database: Database | None = None


def open_database(url: str) -> Database:
    """Use this database from now on; an open one is closed first."""
    global _database
    if _database is not None:
        _database.dispose()
    _database = Database(url)
    return _database


def database() -> Database:
    """The open database; raises RuntimeError when there is none."""
    if _database is None:
        raise RuntimeError("no database is open")
    return _database


@contextmanager
def transaction() -> Iterator[Transaction]:
    """A transaction on the open database."""
    with database().transaction() as db:
        yield db


@contextmanager
def reading() -> Iterator[Session]:
    """A reader of the open database."""
    with database().reading() as db:
        yield db


def require_answer() -> None:
    """Send the open database an empty query; raises FAILED if it does not answer."""
    with reading() as db:
        db.execute(select(1))


def _postgresql(url: str) -> Engine:
    return create_engine(
        url,
        pool_size=POSTGRESQL_POOL,
        pool_timeout=POSTGRESQL_TIMEOUT,
        pool_pre_ping=True,
        connect_args=POSTGRESQL_CONNECTION,
    )


def _postgresql_reader(writer: Engine) -> Engine:
    """The same pool, but everything read together comes from one moment of the database."""
    return writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _sqlite_writer(url: str) -> Engine:
    engine = create_engine(url, pool_size=1, max_overflow=0)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediately)
    return engine


def _sqlite_reader(url: str) -> Engine:
    engine = create_engine(url, pool_size=4)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "connect", _forbid_writing)
    event.listen(engine, "begin", _begin_reading)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        # First: the rest may have to wait for another program that opens the file.
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        # Deleted content is overwritten, so that nobody can find it in the file afterwards.
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _forbid_writing(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only=ON")


def _begin_immediately(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
