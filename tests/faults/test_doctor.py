"""The doctor and the health page in good and in broken conditions; what they say is kept."""

import os
import shutil
import signal
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.faults.conftest import House
from tests.faults.seen import Seen
from tests.setup.program import free_port

pytestmark = [pytest.mark.served, pytest.mark.services, pytest.mark.long]


@pytest.fixture(scope="module")
def seen() -> Iterator[Seen]:
    """What is said; `make test-faults` keeps it."""
    noted = Seen()
    yield noted
    if os.environ.get("FAULT_REPORT"):
        noted.write()


async def test_in_the_room_all_is_well_or_the_line_says_what_is_not(
    sqlite_house: House, tmp_path: Path, seen: Seen
):
    server = sqlite_house.servers[0]
    where = {"data": str(tmp_path), "port": str(server.port)}
    assert seen.doctor("In the room, while the program runs", **where)[0] == 0
    assert seen.health(server.url)["status"] == "ok"
    server.kill()
    assert seen.doctor("In the room, before the program was started", **where)[0] == 0

    damaged = tmp_path / "damaged"
    damaged.mkdir()
    content = (tmp_path / "plekberaad.db").read_bytes()
    half = len(content) // 2
    (damaged / "plekberaad.db").write_bytes(content[:half] + b"\x07" * half)
    code, said = seen.doctor("A damaged database", data=str(damaged), port=str(free_port()))
    assert (code, "plekberaad restore" in said) == (1, True)


async def test_hosted_all_is_well_or_the_line_says_what_is_not(
    postgresql_house: House, tmp_path: Path, seen: Seen
):
    house, server = postgresql_house, postgresql_house.servers[0]
    assert house.postgresql is not None
    assert house.redis is not None
    where = {
        "data": str(server.folder),
        "port": str(server.port),
        "database_url": house.database_url,
        "redis_url": house.redis.url,
        "secret": "s" * 32,
        "public_url": server.url,
    }
    assert seen.doctor("Hosted, while the program runs", **where)[0] == 0
    assert seen.health(server.url)["status"] == "ok"

    house.redis.stop(signal.SIGKILL)
    code, said = seen.doctor("Redis is away", **where)
    assert (code, "! Redis" in said) == (0, True)
    assert seen.health(server.url)["status"] == "degraded"
    house.redis.start()

    house.postgresql.stop(signal.SIGQUIT)
    code, said = seen.doctor("PostgreSQL is away", **where)
    assert (code, "✗ database" in said) == (1, True)
    assert seen.health(server.url)["status"] == "down"
    house.postgresql.start()

    elsewhere = where | {"public_url": "https://plekberaad.invalid"}
    code, said = seen.doctor("The public address does not exist, and no proxy is told", **elsewhere)
    assert (code, "✗ adres" in said) == (1, True)


def test_a_port_that_another_program_has_is_told(built: None, tmp_path: Path, seen: Seen):
    with HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as other:
        where = {"data": str(tmp_path), "port": str(other.server_port)}
        code, said = seen.doctor("Another program has the port", **where)
    assert (code, "✗ programma" in said) == (1, True)


def test_a_disk_that_is_nearly_full_is_told(built: None, small_disk: Path, seen: Seen):
    assert shutil.disk_usage(small_disk).free < 100_000_000
    code, said = seen.doctor("A full disk", data=str(small_disk), port=str(free_port()))
    assert (code, "✗ schijf" in said) == (1, True)
