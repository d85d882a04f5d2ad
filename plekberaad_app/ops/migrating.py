"""Migrates the database to the schema that this version of the program needs."""

from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from plekberaad_app.platform.database.revisions import SchemaStatus, known, standing
from plekberaad_app.platform.database.sole import sqlite_file
from plekberaad_app.platform.settings import ROOT


class DatabaseIsNewer(Exception):
    """The database was made by a later version of the program."""


class UnknownRevision(Exception):
    """No migration has this name."""


class LosesEverything(Exception):
    """Nothing would remain in the database."""


# What Alembic calls the state before the first migration.
NOTHING = "base"


def is_current(url: str) -> bool:
    """Whether no migration is missing; a database that does not answer is not current."""
    try:
        return standing_at(url) is SchemaStatus.CURRENT
    except DatabaseError:
        return False


def standing_at(url: str) -> SchemaStatus:
    """The schema of the database at this address; raises DatabaseError when it does not answer."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        # Connecting would create it.
        return SchemaStatus.EMPTY
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return standing(connection)


def migrate() -> None:
    """Run the missing migrations; raises DatabaseIsNewer, or OperationalError."""
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(_config(), "head")
    except CommandError as error:
        raise DatabaseIsNewer from error


def go_back(revision: str, *, may_lose_everything: bool = False) -> None:
    """Undo the migrations after this one, for an older program.

    Raises UnknownRevision, and LosesEverything for NOTHING unless that is intended.
    """
    from alembic import command
    from alembic.util import CommandError

    if revision == NOTHING and not may_lose_everything:
        raise LosesEverything
    # Alembic would also accept '-9' and the like, which say less plainly how far back they lead.
    if revision not in known() | {NOTHING}:
        raise UnknownRevision(revision)
    try:
        command.downgrade(_config(), revision)
    except CommandError as error:
        raise UnknownRevision(revision) from error


def _config() -> Any:
    from alembic.config import Config

    return Config(toml_file=str(ROOT / "pyproject.toml"))
