"""Whether what people write is stored safely."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from plekberaad_app.ops import migrating
from plekberaad_app.ops.backups import sqlite
from plekberaad_app.platform.database.errors import FAILED
from plekberaad_app.platform.database.sole import sqlite_file
from plekberaad_app.platform.health_checks import Finding, Grade, standing_finding


def database(url: str) -> Iterator[Finding]:
    """How the database is, and whether it fits this version; checking does not create one."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        yield Finding("database", code="new")
        return
    try:
        if file is not None and not _is_whole(file):
            yield Finding("database", Grade.BAD, "damaged")
            return
        standing = migrating.standing_at(url)
    except (FAILED, sqlite3.DatabaseError, OSError):
        yield Finding("database", Grade.BAD, "down")
        return
    yield Finding("database")
    yield standing_finding(standing)


def _is_whole(file: Path) -> bool:
    """Whether all of it can be read; raises sqlite3.OperationalError if it cannot be opened."""
    try:
        with closing(sqlite.reader(file)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.OperationalError:
        raise
    # The file is not a database, or no longer one.
    except sqlite3.DatabaseError:
        return False
