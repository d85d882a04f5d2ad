"""Copies of a SQLite database, made by SQLite itself while the program keeps writing."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from plekberaad_app.ops.backups.refusal import BackupRefused, Tell

PAGES_AT_ONCE = 500


def copy(source: Path, target: Path, tell: Tell) -> None:
    """The database as it is now, in one checked file; raises BackupRefused."""
    if not source.exists():
        raise BackupRefused("no_database")
    part = target.with_name(f"{target.name}.part")
    try:
        _copy_to(part, source, tell)
        check(part)
        part.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise BackupRefused("not_written", file=str(target)) from error
    finally:
        part.unlink(missing_ok=True)


def _copy_to(part: Path, source: Path, tell: Tell) -> None:
    part.unlink(missing_ok=True)
    # It contains people's names: only its owner may read it.
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(reader(source)) as here, closing(sqlite3.connect(part)) as there:
        # Pins this moment: otherwise every write meanwhile would make the copy start again.
        here.execute("BEGIN")
        here.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        here.backup(
            there,
            pages=PAGES_AT_ONCE,
            progress=lambda _status, left, total: tell(total - left, total),
        )
        # One file, without a journal next to it; SQLite has it on disk when this returns.
        there.execute("PRAGMA journal_mode=DELETE")


def check(file: Path) -> None:
    """Raise BackupRefused('damaged') unless every page and every reference is intact."""
    try:
        with closing(reader(file)) as connection:
            answers = connection.execute("PRAGMA integrity_check").fetchall()
            astray = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        raise BackupRefused("damaged", file=str(file)) from None
    if answers != [("ok",)] or astray:
        raise BackupRefused("damaged", file=str(file))


def revisions(file: Path) -> set[str]:
    """The revision of the database in a file; raises BackupRefused if it is damaged or not ours."""
    check(file)
    try:
        with closing(reader(file)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.DatabaseError:
        raise BackupRefused("not_ours", file=str(file)) from None
    return {revision for (revision,) in found}


def put_back(source: Path, file: Path, aside: Path, tell: Tell) -> Path | None:
    """Replace `file` by a copy of `source` and keep the old one aside; nobody has it open."""
    ready = file.with_name(f"{file.name}.restored")
    copy(source, ready, tell)
    if not file.exists():
        ready.replace(file)
        return None
    _close_journal(file)
    file.replace(aside)
    ready.replace(file)
    return aside


def _close_journal(file: Path) -> None:
    """Write what is still in the journal to the file, so that the file is complete."""
    with closing(sqlite3.connect(file, timeout=0)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    if mode != "delete":
        raise BackupRefused("in_use")


def reader(file: Path) -> sqlite3.Connection:
    """A connection that cannot write, so that the program's writer stays the only one."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
