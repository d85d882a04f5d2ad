"""Copies of the whole database: made while evenings run, restored when nothing does."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from plekberaad_app.ops.backups import postgresql, sealing, sqlite
from plekberaad_app.ops.backups.refusal import BackupRefused, Tell
from plekberaad_app.platform.database.revisions import SchemaStatus, standing_of
from plekberaad_app.platform.database.sole import is_in_use, sqlite_file

__all__ = ["BackupRefused", "backup", "backup_sealed", "readable", "restore"]


def backup(url: str, target: Path, tell: Tell) -> None:
    """Write everything in the database at this moment to a new file.

    `tell(done, total)` is told how far it is. Raises BackupRefused.
    """
    _require_new(target)
    file = sqlite_file(url)
    if file is None:
        postgresql.dump(url, target)
    else:
        sqlite.copy(file, target, tell)


def backup_sealed(url: str, target: Path, recipient: str, scratch: Path, tell: Tell) -> None:
    """As `backup`, but readable only for the holder of the recipient's key.

    Anything unencrypted is only in the folder `scratch`, next to the database, and only for as long
    as it takes.
    """
    _require_new(target)
    sealing.require_tool_for(recipient)
    plain, part = scratch / f"{target.name}.plain", target.with_name(f"{target.name}.part")
    plain.unlink(missing_ok=True)
    try:
        backup(url, plain, tell)
        sealing.seal(plain, part, recipient)
        part.chmod(0o600)
        part.replace(target)
    finally:
        plain.unlink(missing_ok=True)
        part.unlink(missing_ok=True)


@contextmanager
def readable(source: Path, scratch: Path, identity: Path | None) -> Iterator[Path]:
    """A backup that `restore` can read: the file itself or, if it is encrypted, its contents for a
    while.

    Raises BackupRefused.
    """
    if not source.is_file():
        raise BackupRefused("missing", file=str(source))
    if not sealing.is_sealed(source):
        yield source
        return
    plain = scratch / f"{source.name}.plain"
    try:
        os.close(os.open(plain, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        sealing.unseal(source, plain, identity)
        yield plain
    finally:
        plain.unlink(missing_ok=True)


def restore(url: str, source: Path, aside: Path, now: datetime, tell: Tell) -> Path | None:
    """Replace the database by a backup; the old one is kept in the folder `aside`: returns that
    file.

    None when there was no database. Raises BackupRefused, and then nothing has changed.
    """
    if not source.is_file():
        raise BackupRefused("missing", file=str(source))
    file = sqlite_file(url)
    made = sqlite.revisions(source) if file else postgresql.revisions(source)
    if standing_of(made) is SchemaStatus.NEWER:
        raise BackupRefused("newer")
    if is_in_use(url):
        raise BackupRefused("in_use")
    kept = aside / f"before-restore-{now:%Y%m%dT%H%M%SZ}.{'db' if file else 'dump'}"
    if file:
        return sqlite.put_back(source, file, kept, tell)
    return postgresql.put_back(url, source, kept)


def _require_new(target: Path) -> None:
    if target.exists():
        raise BackupRefused("exists", file=str(target))
    if not target.parent.is_dir():
        raise BackupRefused("no_folder", file=str(target.parent))
