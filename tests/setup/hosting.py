"""All that stands in a data centre: N programs on one PostgreSQL and one Redis, behind nginx."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.setup.nginx import Proxy, proxying
from tests.setup.own_services import OwnPostgresql, OwnRedis, own_postgresql, own_redis
from tests.setup.program import Program, free_port, running


@dataclass
class Hosting:
    """Everything of it, running; any part may be stopped."""

    programs: list[Program]
    proxy: Proxy
    postgresql: OwnPostgresql
    redis: OwnRedis


@contextmanager
def hosted(folder: Path, processes: int = 3) -> Iterator[Hosting]:
    """Start it; the programs share their settings, as on one machine."""
    port = free_port()
    with ExitStack() as stack:
        postgresql = stack.enter_context(own_postgresql())
        redis = stack.enter_context(own_redis())
        settings: dict[str, Any] = {
            "database_url": postgresql.url,
            "redis_url": redis.url,
            "secret": "s" * 32,
            "public_url": f"https://localhost:{port}",
            "trusted_proxy_hops": "1",
        }
        programs = [
            stack.enter_context(running(_folder(folder, number), **settings))
            for number in range(processes)
        ]
        ports = [program.port for program in programs]
        proxy = stack.enter_context(proxying(_folder(folder, "nginx"), ports, port))
        yield Hosting(programs, proxy, postgresql, redis)


def _folder(parent: Path, name: object) -> Path:
    folder = parent / str(name)
    folder.mkdir()
    return folder
