"""Migrations: they make exactly the tables of the code, and a newer database is left alone."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config

from plekberaad_app import migrating
from plekberaad_app.settings import ROOT, overridden
from tests.setup.program import command as run

CONFIG = Config(toml_file=str(ROOT / "pyproject.toml"))


def test_a_fresh_database_becomes_current_and_stays_so(tmp_path: Path):
    with overridden(data=tmp_path) as used:
        assert not migrating.is_current(used.database)
        migrating.migrate()
        assert migrating.is_current(used.database)
        migrating.migrate()


def test_the_migrations_make_the_tables_of_the_code(tmp_path: Path):
    with overridden(data=tmp_path):
        migrating.migrate()
        command.check(CONFIG)


def test_a_database_of_a_newer_version_stops_the_start(tmp_path: Path):
    with overridden(data=tmp_path):
        migrating.migrate()
    with sqlite3.connect(tmp_path / "plekberaad.db") as db:
        db.execute("UPDATE alembic_version SET version_num = 'of_next_year'")
    ended = run("migrate", data=str(tmp_path))
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
