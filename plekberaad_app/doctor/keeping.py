"""Whether what people write is kept well."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from plekberaad_app import migrating
from plekberaad_app.backups import sqlite
from plekberaad_app.services.checking import Finding, Grade, standing_finding
from plekberaad_app.store.errors import FAILED
from plekberaad_app.store.sole import sqlite_file


def database(url: str) -> Iterator[Finding]:
    """How the database is and whether it fits this version; no database is made by looking."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        yield Finding("database", code="new")
        return
    try:
        standing = migrating.standing_at(url)
        is_whole = file is None or _is_whole(file)
    except (FAILED, sqlite3.DatabaseError, OSError):
        yield Finding("database", Grade.BAD, "down")
        return
    yield Finding("database") if is_whole else Finding("database", Grade.BAD, "damaged")
    yield standing_finding(standing)


def _is_whole(file: Path) -> bool:
    with closing(sqlite.reader(file)) as connection:
        return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
