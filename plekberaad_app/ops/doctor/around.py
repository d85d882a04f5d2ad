"""Whether the surroundings are right: the clock, and the way people reach the program."""

import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

import redis

from plekberaad_app.ops import migrating
from plekberaad_app.ops.doctor.program import health
from plekberaad_app.ops.doctor.sockets import opens_a_socket
from plekberaad_app.platform.addresses import lan_address, public_url
from plekberaad_app.platform.database import clocks
from plekberaad_app.platform.database.errors import FAILED
from plekberaad_app.platform.database.revisions import SchemaStatus
from plekberaad_app.platform.database.sole import sqlite_file
from plekberaad_app.platform.health_checks import TIMEOUT_SECONDS, Finding, Grade
from plekberaad_app.platform.i18n.dates import local_time
from plekberaad_app.platform.settings import Settings

MAX_APART = timedelta(seconds=2)
TIMEDATECTL = ("timedatectl", "show", "--property=NTPSynchronized", "--value")


def clock(used: Settings, now: datetime) -> Iterator[Finding]:
    """Whether the clock agrees with other clocks, and with what was written before."""
    for name, read in _other_clocks(used):
        other = read()
        if other and abs(other - now) > MAX_APART:
            seconds = round(abs(other - now).total_seconds())
            yield Finding("clock", Grade.BAD, "apart", {"name": name, "seconds": seconds})
            return
    written = _last_written(used.database)
    if written and written - now > MAX_APART:
        yield Finding(
            "clock", Grade.BAD, "behind", {"written": f"{local_time(written):%d-%m %H:%M}"}
        )
    elif _is_unset():
        yield Finding("clock", Grade.WARNING, "unset", {"now": f"{local_time(now):%d-%m-%Y %H:%M}"})
    else:
        yield Finding("clock", values={"now": f"{local_time(now):%d-%m-%Y %H:%M}"})


def address(used: Settings, *, is_serving: bool) -> Iterator[Finding]:
    """Whether the address people type leads here."""
    if used.public_url is None:
        yield _on_the_network(used)
        return
    yield _from_outside(public_url(used), is_serving)
    if used.public_url.scheme == "https" and used.trusted_proxy_hops == 0:
        yield Finding("address", Grade.WARNING, "hops")


def _on_the_network(used: Settings) -> Finding:
    if ip_address(lan_address()).is_loopback:
        return Finding("address", Grade.BAD, "no_network")
    return Finding("address", code="lan", values={"url": public_url(used)})


def _from_outside(url: str, is_serving: bool) -> Finding:
    host = urlsplit(url).hostname or ""
    try:
        socket.getaddrinfo(host, None)
    except OSError:
        return Finding("address", Grade.BAD, "unknown", {"host": host})
    if health(url) is not None:
        if opens_a_socket(url):
            return Finding("address", values={"url": url})
        return Finding("address", Grade.BAD, "no_socket", {"url": url})
    if is_serving:
        return Finding("address", Grade.BAD, "elsewhere", {"url": url})
    return Finding("address", Grade.WARNING, "later", {"url": url})


def _other_clocks(used: Settings) -> Iterator[tuple[str, Callable[[], datetime | None]]]:
    if sqlite_file(used.database) is None:
        yield "PostgreSQL", lambda: _time_of_postgresql(used.database)
    if used.redis_url:
        yield "Redis", lambda: _time_of_redis(str(used.redis_url))


def _time_of_postgresql(url: str) -> datetime | None:
    try:
        return clocks.time_of(url)
    except FAILED:
        return None


def _time_of_redis(url: str) -> datetime | None:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=TIMEOUT_SECONDS) as client:
            seconds, microseconds = client.time()  # pyright: ignore[reportGeneralTypeIssues]
    except (redis.RedisError, OSError):
        return None
    return datetime.fromtimestamp(seconds, UTC) + timedelta(microseconds=microseconds)


def _last_written(url: str) -> datetime | None:
    """When anything was last written; a clock that is before that was set back."""
    try:
        if migrating.standing_at(url) is not SchemaStatus.CURRENT:
            return None
        return clocks.last_written(url)
    except FAILED:
        return None


def _is_unset() -> bool:
    """Whether the system says that its clock was not set by a time server."""
    if shutil.which(TIMEDATECTL[0]) is None:
        return False
    ended = subprocess.run(TIMEDATECTL, capture_output=True, text=True, check=False)
    return ended.stdout.strip() == "no"
