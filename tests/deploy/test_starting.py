"""Processes that start at once on an empty PostgreSQL: one makes the tables, all go on."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from tests.setup.own_services import own_postgresql
from tests.setup.program import command

pytestmark = pytest.mark.services


def test_of_processes_that_start_at_once_one_migrates_and_none_fails(tmp_path: Path):
    with own_postgresql() as server, ThreadPoolExecutor() as processes:
        start = [processes.submit(_migrate, tmp_path, server.url) for _ in range(2)]
        assert [each.result() for each in start] == [(0, "")] * 2
        with psycopg.connect(server.url) as db:
            assert len(db.execute("SELECT version_num FROM alembic_version").fetchall()) == 1


def _migrate(data: Path, url: str) -> tuple[int, str]:
    ended = command("migrate", data=str(data), database_url=url)
    return ended.returncode, ended.stderr if ended.returncode else ""
