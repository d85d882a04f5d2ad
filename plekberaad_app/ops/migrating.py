"""Brings the database to the shape that this version of the program needs."""

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
    """Nothing would be left in the database."""


# What Alembic calls the state before the first migration.
NOTHING = "base"


def is_current(url: str) -> bool:
    """Whether nothing is missing; a database that does not answer is not current."""
    try:
        return standing_at(url) is SchemaStatus.CURRENT
    except DatabaseError:
        return False


def standing_at(url: str) -> SchemaStatus:
    """How far the database at this address is; raises DatabaseError when it does not answer."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        # To connect would make it.
        return SchemaStatus.EMPTY
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return standing(connection)


def migrate() -> None:
    """Run the migrations that are missing; raises DatabaseIsNewer, or OperationalError."""
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(_config(), "head")
    except CommandError as error:
        raise DatabaseIsNewer from error


def go_back(revision: str, *, may_lose_everything: bool = False) -> None:
    """Undo the migrations after this one, for an older program.

    Raises UnknownRevision, and LosesEverything for NOTHING unless that is meant.
    """
    from alembic import command
    from alembic.util import CommandError

    if revision == NOTHING and not may_lose_everything:
        raise LosesEverything
    # Alembic would also take '-9' and the like, which say less plainly how far back they lead.
    if revision not in known() | {NOTHING}:
        raise UnknownRevision(revision)
    try:
        command.downgrade(_config(), revision)
    except CommandError as error:
        raise UnknownRevision(revision) from error


def _config() -> Any:
    from alembic.config import Config

    return Config(toml_file=str(ROOT / "pyproject.toml"))
