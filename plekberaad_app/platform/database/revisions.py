"""Which revision a database is at, read without Alembic, whose import takes a second at every
start."""

import re
from enum import StrEnum
from functools import cache

from sqlalchemy import Connection, inspect, text

from plekberaad_app.platform.settings import ROOT

VERSIONS = ROOT / "alembic" / "versions"
_REVISION = re.compile(r'^(revision|down_revision)\b[^=\n]*= *["\']([^"\']+)', re.MULTILINE)


class SchemaStatus(StrEnum):
    """A database's schema, compared with this version of the program."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def standing(connection: Connection) -> SchemaStatus:
    """The state of this database's schema; raises DatabaseError when it does not answer."""
    return standing_of(_made(connection))


def standing_of(made: set[str]) -> SchemaStatus:
    """What it means that a database was migrated to these revisions."""
    if not made:
        return SchemaStatus.EMPTY
    if made == newest():
        return SchemaStatus.CURRENT
    return SchemaStatus.OLDER if made <= known() else SchemaStatus.NEWER


def known() -> set[str]:
    """All revisions that this version of the program knows."""
    return _found()["revision"]


@cache
def newest() -> set[str]:
    """The revisions that no other one follows."""
    return known() - _found()["down_revision"]


def _made(connection: Connection) -> set[str]:
    if not inspect(connection).has_table("alembic_version"):
        return set()
    return set(connection.scalars(text("SELECT version_num FROM alembic_version")))


@cache
def _found() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"revision": set(), "down_revision": set()}
    for path in VERSIONS.glob("*.py"):
        for kind, revision in _REVISION.findall(path.read_text("utf-8")):
            found[kind].add(revision)
    return found
