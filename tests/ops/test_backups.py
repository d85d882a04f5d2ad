"""Backups: whole and true to one moment, and a restore that changes nothing unless it can."""

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from plekberaad_app.ops import migrating
from plekberaad_app.ops.backups import BackupRefused, backup, restore
from plekberaad_app.platform.database import engine
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.database.tables import ContributionRow
from tests.casting import CODE
from tests.rooms import open_room
from tests.settings import overridden

LATER = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)


def quiet(_done: int, _total: int) -> None:
    """Nobody watches."""


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path, quick_hashes: None) -> Iterator[str]:
    """A database of this version with an evening in it, which nobody has open."""
    url = f"sqlite:///{tmp_path}/plekberaad.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("empty_postgresql")
    with overridden(data=tmp_path, database_url=url, secret="s" * 32) as used:
        migrating.migrate()
        opened = open_database(used.database)
        open_room().check_in("Anna")
        opened.dispose()
        yield used.database


def names(url: str) -> list[str]:
    return ask(url, "SELECT name FROM participants ORDER BY number")


def ask(url: str, question: str) -> list[str]:
    engine = create_engine(url)
    with engine.connect() as connection:
        found = list(connection.scalars(text(question)))
    engine.dispose()
    return found


def contribute(url: str, name: str) -> None:
    """An idea, numbered by the database itself."""
    opened = open_database(url)
    with opened.transaction() as db:
        db.add(
            ContributionRow(
                id=name,
                live_session_id=f"evening-{CODE}",
                step_id="carousel",
                round=1,
                phase="ideas",
                author="x",
                kind="idea",
                created_at=LATER,
            )
        )
    opened.dispose()


def execute(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_what_was_lost_comes_back_and_what_was_there_is_kept(url: str, tmp_path: Path):
    copy = tmp_path / "kopie"
    backup(url, copy, quiet)
    execute(url, "UPDATE participants SET name = 'Bea'")
    kept = restore(url, copy, tmp_path, LATER, quiet)
    assert names(url) == ["Anna"]
    assert kept is not None
    assert migrating.is_current(url)
    restore(url, kept, tmp_path, LATER.replace(hour=10), quiet)
    assert names(url) == ["Bea"]


def test_a_restored_database_goes_on_counting(url: str, tmp_path: Path):
    contribute(url, "een")
    backup(url, tmp_path / "kopie", quiet)
    restore(url, tmp_path / "kopie", tmp_path, LATER, quiet)
    contribute(url, "twee")
    assert ask(url, "SELECT id FROM contributions ORDER BY number") == ["een", "twee"]


def test_a_backup_holds_names_so_only_its_owner_may_read_it(url: str, tmp_path: Path):
    copy = tmp_path / "kopie"
    backup(url, copy, quiet)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.glob("kopie*")] == ["kopie"]


@pytest.mark.parametrize("how", ["cut", "changed", "empty", "other"])
def test_a_damaged_backup_is_refused_and_changes_nothing(how: str, url: str, tmp_path: Path):
    copy = tmp_path / "kopie"
    backup(url, copy, quiet)
    content = copy.read_bytes()
    middle = len(content) // 2
    copy.write_bytes(
        {
            "cut": content[:middle],
            "changed": content[:middle] + bytes(1 for _ in range(4096)) + content[middle + 4096 :],
            "empty": b"",
            "other": b"Iets heel anders, maar wel lang genoeg. " * 1000,
        }[how]
    )
    with pytest.raises(BackupRefused) as refused:
        restore(url, copy, tmp_path, LATER, quiet)
    assert refused.value.code in ("damaged", "not_ours")
    assert names(url) == ["Anna"]
    assert not list(tmp_path.glob("before-restore*"))


def test_a_backup_of_a_newer_version_is_refused(url: str, tmp_path: Path):
    execute(url, "UPDATE alembic_version SET version_num = 'of_next_year'")
    backup(url, tmp_path / "kopie", quiet)
    with pytest.raises(BackupRefused) as refused:
        restore(url, tmp_path / "kopie", tmp_path, LATER, quiet)
    assert refused.value.code == "newer"


def test_nothing_is_put_back_while_the_program_runs(url: str, tmp_path: Path):
    backup(url, tmp_path / "kopie", quiet)
    opened = open_database(url)
    with engine.transaction() as db:
        db.execute(text("UPDATE participants SET name = 'Bea'"))
    with pytest.raises(BackupRefused) as refused:
        restore(url, tmp_path / "kopie", tmp_path, LATER, quiet)
    opened.dispose()
    assert refused.value.code == "in_use"
    assert names(url) == ["Bea"]


def test_no_file_is_ever_overwritten(url: str, tmp_path: Path):
    copy = tmp_path / "kopie"
    copy.write_text("iets van mij")
    with pytest.raises(BackupRefused) as refused:
        backup(url, copy, quiet)
    assert refused.value.code == "exists"
    assert copy.read_text() == "iets van mij"


def test_a_backup_comes_back_on_a_new_machine(url: str, tmp_path: Path):
    backup(url, tmp_path / "kopie", quiet)
    if make_url(url).get_backend_name() == "sqlite":
        (tmp_path / "plekberaad.db").unlink()
    else:
        execute(url, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    assert restore(url, tmp_path / "kopie", tmp_path, LATER, quiet) is None
    assert names(url) == ["Anna"]


def test_without_the_tools_of_postgresql_it_says_so(
    empty_postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupRefused) as refused:
        backup(empty_postgresql, tmp_path / "kopie", quiet)
    assert (refused.value.code, refused.value.values) == ("no_tool", {"tool": "pg_dump"})


def test_the_password_of_a_database_is_nobodys_to_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "pg_dump").write_text('#!/bin/sh\necho "$@ $PGPASSWORD" > "$SEEN"\nexit 1\n')
    (tools / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tools}:/bin:/usr/bin")
    monkeypatch.setenv("SEEN", str(tmp_path / "seen"))
    with pytest.raises(BackupRefused):
        backup("postgresql+psycopg://anna:geheim@127.0.0.1:1/x", tmp_path / "kopie", quiet)
    words = (tmp_path / "seen").read_text().split()
    assert words[-1] == "geheim"
    assert "geheim" not in " ".join(words[:-1])


def test_a_copy_of_sqlite_is_of_one_moment_while_others_write(tmp_path: Path):
    file, copy = tmp_path / "plekberaad.db", tmp_path / "kopie"
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE notes (n INTEGER, filling TEXT)")
        rows = ((number, "x" * 800) for number in range(1, 5001))
        writer.execute("BEGIN")
        writer.executemany("INSERT INTO notes VALUES (?, ?)", rows)
        writer.execute("COMMIT")
        steps = []

        def write_meanwhile(done: int, total: int) -> None:
            steps.append((done, total))
            writer.execute("INSERT INTO notes VALUES (-1, '')")

        backup(f"sqlite:///{file}", copy, write_meanwhile)
    assert len(steps) > 1
    assert steps[-1][0] == steps[-1][1]
    with closing(sqlite3.connect(copy)) as read:
        assert read.execute("SELECT count(*), min(n) FROM notes").fetchone() == (5000, 1)
