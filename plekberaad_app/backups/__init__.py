"""Copies of the whole database: made while evenings run, put back while nothing does."""

from datetime import datetime
from pathlib import Path

from plekberaad_app.backups import postgresql, sqlite
from plekberaad_app.backups.refusal import BackupRefused, Tell
from plekberaad_app.store.revisions import Standing, standing_of
from plekberaad_app.store.sole import is_in_use, sqlite_file

__all__ = ["BackupRefused", "backup", "restore"]


def backup(url: str, target: Path, tell: Tell) -> None:
    """Write all that stands in the database at this moment to a new file.

    `tell(done, total)` hears how far it is. Raises BackupRefused.
    """
    if target.exists():
        raise BackupRefused("exists", file=str(target))
    if not target.parent.is_dir():
        raise BackupRefused("no_folder", file=str(target.parent))
    file = sqlite_file(url)
    if file is None:
        postgresql.dump(url, target)
    else:
        sqlite.copy(file, target, tell)


def restore(url: str, source: Path, aside: Path, now: datetime, tell: Tell) -> Path | None:
    """Put a backup in place of the database, which is kept in the folder `aside`: that file.

    None when there was none. Raises BackupRefused, and then nothing has changed.
    """
    if not source.is_file():
        raise BackupRefused("missing", file=str(source))
    file = sqlite_file(url)
    made = sqlite.revisions(source) if file else postgresql.revisions(source)
    if standing_of(made) is Standing.NEWER:
        raise BackupRefused("newer")
    if is_in_use(url):
        raise BackupRefused("in_use")
    kept = aside / f"before-restore-{now:%Y%m%dT%H%M%SZ}.{'db' if file else 'dump'}"
    if file:
        return sqlite.put_back(source, file, kept, tell)
    return postgresql.put_back(url, source, kept)
