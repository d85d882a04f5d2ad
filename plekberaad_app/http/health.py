"""Whether this process can do its work, for who watches over it."""

import asyncio
from collections.abc import Callable

import redis
from sqlalchemy import select
from starlette.requests import Request
from starlette.responses import JSONResponse

from plekberaad_app.settings import settings
from plekberaad_app.store.database import reading

PATIENCE_SECONDS = 2


async def health(_request: Request) -> JSONResponse:
    """GET /gezond: 200 when all is well, 503 with the part that is down."""
    parts = {"database": _database_answers}
    if settings().redis_url:
        parts["redis"] = _redis_answers
    answers = await asyncio.gather(*(asyncio.to_thread(_is_well, part) for part in parts.values()))
    found = {name: "ok" if well else "down" for name, well in zip(parts, answers, strict=True)}
    return JSONResponse(found, status_code=200 if all(answers) else 503)


def _is_well(part: Callable[[], None]) -> bool:
    try:
        part()
    except Exception:
        return False
    return True


def _database_answers() -> None:
    with reading() as db:
        db.execute(select(1))


def _redis_answers() -> None:
    with redis.Redis.from_url(
        str(settings().redis_url),
        socket_timeout=PATIENCE_SECONDS,
        socket_connect_timeout=PATIENCE_SECONDS,
    ) as client:
        client.ping()
