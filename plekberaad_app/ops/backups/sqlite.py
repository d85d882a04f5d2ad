"""Copies of a SQLite database, made by SQLite itself while the program goes on writing."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from plekberaad_app.ops.backups.refusal import BackupRefused, Tell

PAGES_AT_ONCE = 500


def copy(source: Path, target: Path, tell: Tell) -> None:
    """The database as it stands now, in one file of its own, checked; raises BackupRefused."""
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
    # It holds people's names: for its owner alone.
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(reader(source)) as here, closing(sqlite3.connect(part)) as there:
        # Keeps this moment: what is written meanwhile would make the copy begin anew.
        here.execute("BEGIN")
        here.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        here.backup(
            there,
            pages=PAGES_AT_ONCE,
            progress=lambda _status, left, total: tell(total - left, total),
        )
        # One file, without a journal beside it; SQLite has it on the disk when this returns.
        there.execute("PRAGMA journal_mode=DELETE")


def check(file: Path) -> None:
    """Raise BackupRefused('damaged') unless every page and every reference is right."""
    try:
        with closing(reader(file)) as connection:
            answers = connection.execute("PRAGMA integrity_check").fetchall()
            astray = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError:
        raise BackupRefused("damaged", file=str(file)) from None
    if answers != [("ok",)] or astray:
        raise BackupRefused("damaged", file=str(file))


def revisions(file: Path) -> set[str]:
    """How far the database in a file is; raises BackupRefused when it is damaged or not ours."""
    check(file)
    try:
        with closing(reader(file)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlite3.DatabaseError:
        raise BackupRefused("not_ours", file=str(file)) from None
    return {revision for (revision,) in found}


def put_back(source: Path, file: Path, aside: Path, tell: Tell) -> Path | None:
    """A copy of `source` in place of `file`, which goes aside; nobody has it open."""
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
    """Bring what still stands in the journal into the file, so that the file is all there is."""
    with closing(sqlite3.connect(file, timeout=0)) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    if mode != "delete":
        raise BackupRefused("in_use")


def reader(file: Path) -> sqlite3.Connection:
    """A connection that cannot write, so that the program's writer stays the only one."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
