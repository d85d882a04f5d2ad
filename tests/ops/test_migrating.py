"""Migrations: they make exactly the tables of the code, and a newer database is left alone."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from plekberaad_app.ops import migrating
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import ROOT
from tests.settings import overridden
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


def test_the_way_back_to_nothing_is_refused_until_somebody_says_that_all_may_go(tmp_path: Path):
    with overridden(data=tmp_path):
        migrating.migrate()
    refused = run("migrate", "--back-to", "base", data=str(tmp_path))
    assert refused.returncode != 0
    assert text("cli.migrate.loses_everything") in refused.stderr
    assert "live_sessions" in tables(tmp_path)
    words = ("migrate", "--back-to", "base", "--yes-lose-everything")
    assert run(*words, data=str(tmp_path)).returncode == 0
    assert tables(tmp_path) == {"alembic_version"}


@pytest.mark.parametrize("revision", ["-1", "-9", "head-9", "000", "of_next_year"])
def test_only_the_full_name_of_a_revision_leads_back(revision: str, tmp_path: Path):
    with overridden(data=tmp_path):
        migrating.migrate()
        with pytest.raises(migrating.UnknownRevision):
            migrating.go_back(revision, may_lose_everything=True)
    assert "live_sessions" in tables(tmp_path)


def tables(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "plekberaad.db")) as db:
        found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in found if not name.startswith("sqlite_")}


def test_a_welcome_that_thanked_the_room_becomes_a_closing_and_back(tmp_path: Path):
    options = {"thanks": {"text": "Dag!", "is_closing": True}, "hello": {"is_closing": False}}
    with overridden(data=tmp_path):
        migrating.migrate()
        migrating.go_back("0013", may_lose_everything=True)
        put_steps(tmp_path, options)
        migrating.migrate()
        assert steps(tmp_path) == {
            "thanks": ("closing", {"text": "Dag!"}),
            "hello": ("welcome", {}),
        }
        migrating.go_back("0013", may_lose_everything=True)
    assert steps(tmp_path)["thanks"] == ("welcome", options["thanks"])


def put_steps(folder: Path, options: Mapping[str, Mapping[str, object]]) -> None:
    """Steps of kind 'welcome' with these options, of an evening that need not be there."""
    with closing(sqlite3.connect(folder / "plekberaad.db")) as db, db:
        for position, (name, chosen) in enumerate(options.items()):
            row = (name, "evening", position, "welcome", "", json.dumps(chosen), "{}")
            db.execute("INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def steps(folder: Path) -> dict[str, tuple[str, dict[str, object]]]:
    with closing(sqlite3.connect(folder / "plekberaad.db")) as db:
        found = db.execute("SELECT id, kind, options FROM steps")
        return {name: (kind, json.loads(options)) for name, kind, options in found}
