"""Brings the database to the shape that this version of the program needs."""

import re

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from plekberaad_app.settings import ROOT

VERSIONS = ROOT / "alembic" / "versions"
_REVISION = re.compile(r'^(revision|down_revision)\b[^=\n]*= *["\']([^"\']+)', re.MULTILINE)


class DatabaseIsNewer(Exception):
    """The database was made by a later version of the program."""


def is_current(url: str) -> bool:
    """Whether nothing is missing, read without Alembic: its import is a second of every start."""
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            made = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    except DatabaseError:
        return False
    return set(made) == _heads()


def _heads() -> set[str]:
    """The revisions that no other one comes after."""
    found: dict[str, set[str]] = {"revision": set(), "down_revision": set()}
    for path in VERSIONS.glob("*.py"):
        for kind, revision in _REVISION.findall(path.read_text("utf-8")):
            found[kind].add(revision)
    return found["revision"] - found["down_revision"]


def migrate() -> None:
    """Run the migrations that are missing; raises DatabaseIsNewer, or OperationalError."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    try:
        command.upgrade(Config(toml_file=str(ROOT / "pyproject.toml")), "head")
    except CommandError as error:
        raise DatabaseIsNewer from error
