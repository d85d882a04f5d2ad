"""A run of tests leaves no process behind, and would say so."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plekberaad_app.platform.settings import ROOT
from tests import left_behind

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")


def test_a_daemon_that_a_test_started_is_found_until_it_has_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(left_behind.VARIABLE, "kept by monkeypatch")
    mark = left_behind.mark_this_run()
    number = daemon()
    try:
        assert left_behind.still_running(mark, patience=0) == ["sleep 600"]
    finally:
        os.kill(number, signal.SIGKILL)
    assert left_behind.still_running(mark, patience=left_behind.TIMEOUT_SECONDS) == []


def test_what_another_run_started_is_not_ours(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv(left_behind.VARIABLE, "kept by monkeypatch")
    left_behind.mark_this_run()
    number = daemon()
    try:
        assert left_behind.still_running("another mark", patience=0) == []
    finally:
        os.kill(number, signal.SIGKILL)


def test_a_run_that_leaves_a_process_fails(tmp_path: Path):
    (tmp_path / "conftest.py").write_text(
        "from tests import left_behind\nfrom tests.left_behind import nothing_left_behind\n"
        "left_behind.TIMEOUT_SECONDS = 0.0\n__all__ = ['nothing_left_behind']\n"
    )
    (tmp_path / "test_it.py").write_text(
        "from tests.setup.test_left_behind import daemon\n"
        f"def test_it(): open({str(tmp_path / 'number')!r}, 'w').write(str(daemon()))\n"
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    os.kill(int((tmp_path / "number").read_text()), signal.SIGKILL)
    assert "still running after the tests: ['sleep 600']" in done.stdout
    assert done.returncode == 1


def daemon() -> int:
    """A process that nobody waits for and that has begun; its number."""
    script = "sleep 600 >/dev/null 2>&1 & echo $!"
    done = subprocess.run(["sh", "-c", script], check=True, capture_output=True, text=True)
    command = Path(f"/proc/{int(done.stdout)}/cmdline")
    while b"sh" in command.read_bytes() or not command.read_bytes():
        pass
    return int(done.stdout)
