"""The commands of who runs the program, beside a program that runs and without one."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pyotp.totp import TOTP

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.accounts import devices, second_factor
from plekberaad_app.ops import migrating
from plekberaad_app.platform import logins
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.i18n.catalogue import text
from tests.casting import CODE, NOW, OTHER_CODE, PASSWORD, evening, new_facilitator
from tests.rooms import open_room
from tests.settings import overridden
from tests.setup.program import Program, command, command_at_a_terminal, free_port, running

LINK = re.compile(r"http://[^/]+/begin/[\w-]{43}\n")


@pytest.fixture
def folder(tmp_path: Path, quick_hashes: None) -> Path:
    """The data of two libraries with an evening each; no program runs."""
    with overridden(data=tmp_path) as used:
        migrating.migrate()
        opened = open_database(used.database)
        open_room().check_in("Anna")
        evening(new_facilitator("Bea", "De Eik"), OTHER_CODE)
        opened.dispose()
    return tmp_path


@pytest.fixture
def served(built: None, folder: Path) -> Iterator[Program]:
    """A program that serves these data."""
    with running(folder) as program:
        yield program


def run(folder: Path, *words: str, port: int | None = None, typed: str = ""):
    """Run a command on these data."""
    return command(*words, data=str(folder), port=str(port or free_port()), typed=typed)


def codes(folder: Path) -> set[str]:
    return codes_in(folder / "plekberaad.db")


def codes_in(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as db:
        return {code for (code,) in db.execute("SELECT code FROM live_sessions")}


def test_the_list_shows_every_evening_and_nobodys_name(folder: Path):
    ended = run(folder, "session", "list")
    assert ended.returncode == 0
    for shown in (CODE, OTHER_CODE, "De Linde", "De Eik"):
        assert shown in ended.stdout
    assert "Anna" not in ended.stdout


def test_an_export_is_what_the_report_offers(folder: Path, tmp_path: Path):
    ended = run(folder, "session", "export", CODE)
    assert json.loads(ended.stdout)["live_session"]["code"] == CODE
    file = tmp_path / "ideeën.csv"
    assert run(folder, "session", "export", CODE, str(file), "--as", "csv").returncode == 0
    assert file.read_bytes().startswith("\ufeff".encode())
    again = run(folder, "session", "export", CODE, str(file))
    assert again.returncode != 0
    assert "Traceback" not in again.stderr


def test_an_evening_is_deleted_after_a_yes_only(folder: Path):
    assert run(folder, "session", "delete", CODE, typed="n\n").returncode == 1
    assert codes(folder) == {CODE, OTHER_CODE}
    assert run(folder, "session", "delete", CODE, typed="y\n").returncode == 0
    assert codes(folder) == {OTHER_CODE}
    assert run(folder, "session", "delete", OTHER_CODE, "--yes").returncode == 0
    assert codes(folder) == set()


def test_a_code_that_nobody_has_is_told_in_one_line(folder: Path):
    ended = run(folder, "session", "export", "W2W2W2")
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1


def test_an_invitation_needs_the_library_once_there_are_two(folder: Path):
    assert "De Eik, De Linde" in run(folder, "facilitator", "invite").stderr
    ended = run(folder, "facilitator", "invite", "--library", "de linde")
    assert LINK.fullmatch(ended.stdout)
    assert LINK.fullmatch(run(folder, "facilitator", "invite", "--new-library").stdout)


def test_a_forgotten_password_is_typed_twice_and_never_shown(folder: Path):
    chosen = "weer een lange zin, Bea"
    code, shown = command_at_a_terminal(
        "facilitator", "password", "bea", typed=[chosen, chosen], data=str(folder)
    )
    assert code == 0
    assert chosen not in shown
    with overridden(data=folder) as used:
        opened = open_database(used.database)
        assert devices.log_in("Bea", chosen, NOW)
        with pytest.raises(BadInput, match="login_wrong"):
            devices.log_in("Bea", PASSWORD, NOW)
        opened.dispose()


def test_anyone_who_lost_the_app_is_asked_no_code_any_more(folder: Path):
    with overridden(data=folder) as used:
        opened = open_database(used.database)
        token = devices.log_in("Bea", PASSWORD, NOW)
        key = second_factor.begin(token, PASSWORD, NOW).key
        second_factor.confirm(token, TOTP(key).at(NOW), NOW)
        opened.dispose()
    assert run(folder, "facilitator", "second-factor", "Bea").returncode == 2
    assert run(folder, "facilitator", "second-factor", "bea", "--off").returncode == 0
    with overridden(data=folder) as used:
        opened = open_database(used.database)
        assert logins.who_steers(token, NOW) is None
        assert logins.require_login(devices.log_in("Bea", PASSWORD, NOW), NOW).name == "Bea"
        opened.dispose()


def test_two_passwords_that_differ_change_nothing(folder: Path):
    code, shown = command_at_a_terminal(
        "facilitator",
        "password",
        "Bea",
        typed=["weer een lange zin", "een andere lange zin"],
        data=str(folder),
    )
    assert (code, text("cli.password.differ") in shown) == (1, True)
    with overridden(data=folder) as used:
        opened = open_database(used.database)
        assert devices.log_in("Bea", PASSWORD, NOW)
        opened.dispose()


def test_without_a_database_it_says_what_to_do(tmp_path: Path):
    ended = run(tmp_path, "session", "list")
    assert ended.returncode == 2
    assert "plekberaad migrate" in ended.stderr
    assert not (tmp_path / "plekberaad.db").exists()


@pytest.mark.served
def test_beside_a_program_that_runs_that_program_does_the_writing(served: Program, folder: Path):
    ended = run(folder, "facilitator", "invite", "--library", "De Linde", port=served.port)
    assert LINK.fullmatch(ended.stdout)
    refused = run(folder, "facilitator", "invite", "--library", "De Es", port=served.port)
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    assert run(folder, "session", "delete", CODE, "--yes", port=served.port).returncode == 0
    assert codes(folder) == {OTHER_CODE}
    elsewhere = run(folder, "session", "delete", OTHER_CODE, "--yes")
    assert (elsewhere.returncode, len(elsewhere.stderr.splitlines())) == (1, 1)
    assert codes(folder) == {OTHER_CODE}


@pytest.mark.served
def test_beside_a_program_that_runs_there_is_a_backup_but_no_restore(
    served: Program, folder: Path, tmp_path: Path
):
    copy = tmp_path / "kopie.db"
    assert run(folder, "backup", str(copy), port=served.port).returncode == 0
    for words in (("restore", str(copy)), ("migrate", "--back-to", "base")):
        refused = run(folder, *words, port=served.port)
        assert refused.returncode != 0
        assert text("cli.in_use") in refused.stderr
    assert codes(folder) == codes_in(copy) == {CODE, OTHER_CODE}
    served.stop()
    assert run(folder, "session", "delete", CODE, "--yes").returncode == 0
    assert run(folder, "restore", str(copy)).returncode == 0
    assert codes(folder) == {CODE, OTHER_CODE}


@pytest.mark.served
def test_the_doctor_is_content_with_a_program_that_runs(served: Program, folder: Path):
    ended = run(folder, "doctor", port=served.port)
    assert ended.returncode == 0, ended.stdout
    assert text("check.program.ok", port=served.port) in ended.stdout
    assert "✗" not in ended.stdout


def test_the_doctor_makes_no_database_by_looking(tmp_path: Path):
    assert "plekberaad run" in run(tmp_path, "doctor").stdout
    assert not (tmp_path / "plekberaad.db").exists()


def test_every_command_has_a_help_of_its_own():
    shown = "".join(
        command(*group, "--help").stdout for group in ((), ("session",), ("facilitator",))
    )
    names = ("run", "backup", "restore", "migrate", "doctor", "facilitator", "list", "export")
    for name in (*names, "invite", "password", "second-factor"):
        assert re.search(rf"^│ {name} +\S+", shown, re.MULTILINE), name
