"""What this program depends on, checked one by one: for the health page and the doctor."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import redis

from plekberaad_app.platform.database import revisions
from plekberaad_app.platform.database.engine import reading, require_answer
from plekberaad_app.platform.database.revisions import SchemaStatus
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import Language
from plekberaad_app.platform.settings import settings

TIMEOUT_SECONDS = 2
MEGABYTE = 1_000_000
LOW_MEGABYTES = 1_000
FULL_MEGABYTES = 100


class Grade(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of one part: a code with its values, which the catalogue turns into words."""

    part: str
    grade: Grade = Grade.OK
    code: str = "ok"
    values: dict[str, str | int] = field(default_factory=dict)

    def sentence(self, lang: Language = "nl") -> str:
        """What was found and, unless all is well, what to do."""
        return text(f"check.{self.part}.{self.code}", lang, **self.values)


Check = Callable[[], Finding]


def checks() -> list[Check]:
    """What a serving process checks."""
    always: list[Check] = [database, migrations, disk]
    return [*always, bus] if settings().redis_url else always


def database() -> Finding:
    """Whether the open database answers."""
    try:
        require_answer()
    # Whatever a driver or a file system raises, it does not answer.
    except Exception:
        return Finding("database", Grade.BAD, "down")
    return Finding("database")


def migrations() -> Finding:
    """Whether the schema of the open database is the one this version needs."""
    try:
        with reading() as db:
            found = revisions.standing(db.connection())
    except Exception:
        return Finding("migrations", Grade.BAD, "unknown")
    return standing_finding(found)


def standing_finding(found: SchemaStatus) -> Finding:
    """What this state of the schema means."""
    if found is SchemaStatus.CURRENT:
        return Finding("migrations")
    return Finding("migrations", Grade.BAD, found.value)


def disk() -> Finding:
    """Whether there is room for what people write."""
    free = shutil.disk_usage(settings().data).free // MEGABYTE
    if free < FULL_MEGABYTES:
        return Finding("disk", Grade.BAD, "full", {"free": free})
    if free < LOW_MEGABYTES:
        return Finding("disk", Grade.WARNING, "low", {"free": free})
    return Finding("disk", values={"free": free // 1000})


def bus() -> Finding:
    """Whether Redis answers; without it, processes notice each other's changes later."""
    try:
        with redis.Redis.from_url(
            str(settings().redis_url),
            socket_timeout=TIMEOUT_SECONDS,
            socket_connect_timeout=TIMEOUT_SECONDS,
        ) as client:
            client.ping()
    except (redis.RedisError, OSError):
        return Finding("redis", Grade.WARNING, "down")
    return Finding("redis")
