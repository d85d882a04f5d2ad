"""Whether anybody else has the database open."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


def sqlite_file(url: str) -> Path | None:
    """The file of a SQLite database; None for PostgreSQL."""
    parsed = make_url(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def is_in_use(url: str) -> bool:
    """Whether a program has this database open; raises DatabaseError when it does not answer."""
    file = sqlite_file(url)
    if file is None:
        return _has_other_clients(url)
    return file.exists() and not _can_be_had_alone(file)


def _can_be_had_alone(file: Path) -> bool:
    """Every open connection holds a lock on the file that an exclusive one cannot pass."""
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            return False
        connection.execute("ROLLBACK")
    return True


def _has_other_clients(url: str) -> bool:
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return connection.execute(_OTHERS).scalar_one() > 0
