"""The doctor: sees what is wrong, says what to do, and touches nothing."""

import io
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from plekberaad_app.ops import doctor, migrating
from plekberaad_app.ops.doctor import around, keeping, program
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.database.revisions import newest
from plekberaad_app.platform.health_checks import Finding, Grade
from tests.casting import NOW
from tests.rooms import open_room
from tests.settings import overridden
from tests.setup.program import Program, command, free_port

HOUR = timedelta(hours=1)


def codes(findings: Iterator[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@contextmanager
def something_on_a_port(status: int, answer: Any) -> Iterator[int]:
    """A web server that answers everything like this; its port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_port_is_free_or_ours_or_somebody_elses():
    assert program.serving(free_port()).code == "free"
    with something_on_a_port(200, {"status": "ok", "reasons": {}}) as port:
        assert program.serving(port) == Finding("program", values={"port": port})
    for status, answer in ((404, "anders"), (200, "anders"), (200, {"anders": 1})):
        with something_on_a_port(status, answer) as port:
            assert program.serving(port).code == "taken"


@pytest.mark.parametrize(
    ("status", "told", "grade"), [(200, "degraded", Grade.WARNING), (503, "down", Grade.BAD)]
)
def test_a_program_that_is_unwell_says_why(status: int, told: str, grade: Grade):
    answer = {"status": told, "reasons": {"redis": "Redis antwoordt niet."}}
    with something_on_a_port(status, answer) as port:
        found = program.serving(port)
    assert found.grade is grade
    assert "Redis antwoordt niet." in found.sentence()


def test_packages_that_were_not_tested_together_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert program.versions().grade is Grade.OK
    lock = "reflex==0.0.1 \\\n    --hash=sha256:1\nno-such-package==1 \\\n    --hash=sha256:2\n"
    lock += "only-on-windows==1 ; sys_platform == 'win32' \\\n    --hash=sha256:3\n"
    (tmp_path / "requirements.lock").write_text(lock)
    monkeypatch.setattr(program, "ROOT", tmp_path)
    assert program.versions().values == {"names": "reflex, no-such-package"}


def test_screens_that_are_not_built_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plekberaad_app.ops.build.building.STAMP", tmp_path / "none")
    assert program.build().code == "old"


@pytest.fixture
def url(tmp_path: Path, quick_hashes: None) -> Iterator[str]:
    """A database with an evening in it."""
    with overridden(data=tmp_path, secret="s" * 32) as used:
        migrating.migrate()
        opened = open_database(used.database)
        open_room().steer("next")
        opened.dispose()
        yield used.database


def test_a_database_is_new_whole_damaged_newer_or_away(url: str, tmp_path: Path):
    file = tmp_path / "plekberaad.db"
    assert codes(keeping.database(f"sqlite:///{tmp_path}/nieuw.db")) == ["new"]
    assert codes(keeping.database(url)) == ["ok", "ok"]
    (revision,) = newest()
    content = file.read_bytes().replace(revision.encode(), b"x" * len(revision))
    file.write_bytes(content)
    assert codes(keeping.database(url)) == ["ok", "newer"]
    half = len(content) // 2
    file.write_bytes(content[:half] + b"\x07" * (len(content) - half))
    assert codes(keeping.database(url)) == ["damaged"]
    file.write_text("no database at all, but long enough to be looked at")
    assert codes(keeping.database(url)) == ["damaged"]
    assert codes(keeping.database("postgresql+psycopg://127.0.0.1:1/x")) == ["down"]


def test_a_clock_that_stands_before_what_was_written_is_behind(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(around, "TIMEDATECTL", ("printf", "yes"))
    with overridden(data=tmp_path) as used:
        assert codes(around.clock(used, NOW - HOUR)) == ["behind"]
        assert codes(around.clock(used, NOW + HOUR)) == ["ok"]
        monkeypatch.setattr(around, "TIMEDATECTL", ("printf", "no"))
        assert codes(around.clock(used, NOW + HOUR)) == ["unset"]
        monkeypatch.setattr(around, "TIMEDATECTL", ("no-such-tool",))
        assert codes(around.clock(used, NOW + HOUR)) == ["ok"]


def test_a_clock_is_compared_with_that_of_postgresql(empty_postgresql: str, tmp_path: Path):
    now = datetime.now(UTC)
    with overridden(data=tmp_path, database_url=empty_postgresql) as used:
        (found,) = around.clock(used, now + HOUR)
        assert found.code == "apart"
        assert "PostgreSQL" in found.sentence()
        assert codes(around.clock(used, now))[0] != "apart"


def test_an_address_that_does_not_exist_or_leads_elsewhere_is_told(tmp_path: Path):
    def address(url: str, *, is_serving: bool = True, hops: int = 1) -> list[str]:
        with overridden(data=tmp_path, public_url=url, trusted_proxy_hops=hops) as used:
            return codes(around.address(used, is_serving=is_serving))

    assert address("https://plekberaad.invalid") == ["unknown"]
    assert address("https://plekberaad.invalid", hops=0) == ["unknown", "hops"]
    with something_on_a_port(404, "anders") as port:
        assert address(f"http://127.0.0.1:{port}") == ["elsewhere"]
        assert address(f"http://127.0.0.1:{port}", is_serving=False) == ["later"]
    with something_on_a_port(200, {"status": "ok", "reasons": {}}) as port:
        # A proxy that passes pages on, and no sockets.
        assert address(f"http://127.0.0.1:{port}") == ["no_socket"]


@pytest.mark.served
def test_a_socket_that_comes_through_is_seen(program: Program, tmp_path: Path):
    url = program.url.replace("localhost", "127.0.0.1")
    with overridden(data=tmp_path, public_url=url, trusted_proxy_hops=1) as used:
        assert codes(around.address(used, is_serving=True)) == ["ok"]


def test_a_computer_without_a_network_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    with overridden(data=tmp_path) as used:
        monkeypatch.setattr(around, "lan_address", lambda: "127.0.0.1")
        assert codes(around.address(used, is_serving=False)) == ["no_network"]
        monkeypatch.setattr(around, "lan_address", lambda: "192.0.2.7")
        assert codes(around.address(used, is_serving=False)) == ["lan"]


@pytest.mark.parametrize(
    ("grades", "sign", "is_ready"),
    [
        ([Grade.OK], "✓", True),
        ([Grade.OK, Grade.WARNING], "!", True),
        ([Grade.BAD, Grade.WARNING], "✗", False),
    ],
)
def test_only_what_stops_an_evening_makes_the_doctor_say_no(
    grades: list[Grade], sign: str, is_ready: bool
):
    written = io.StringIO()
    findings = (Finding("redis", grade, "down") for grade in grades)
    assert doctor.tell(findings, Console(file=written, width=200)) is is_ready
    assert sign in written.getvalue()


def test_a_bad_set_up_ends_with_an_exit_code_and_no_password(tmp_path: Path):
    with something_on_a_port(404, "anders") as port:
        ended = command(
            "doctor",
            data=str(tmp_path),
            port=str(port),
            database_url="postgresql://anna:geheim@127.0.0.1:1/x",
            redis_url="redis://:geheim@127.0.0.1:1",
            secret="s" * 32,
            public_url="https://plekberaad.invalid",
        )
    assert ended.returncode == 1
    assert ended.stdout.count("✗") >= 3
    assert "! Redis" in ended.stdout
    assert "geheim" not in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
