"""The units of `deploy/`: systemd understands them, and the program tells it what they promise."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from plekberaad_app.platform.settings import ROOT, Settings
from tests.conftest import missing_service
from tests.settings import overridden
from tests.setup.program import running

UNITS = ROOT / "deploy" / "systemd"


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path):
    if not shutil.which("systemd-analyze"):
        missing_service("systemd-analyze")
    for unit in UNITS.glob("plekberaad*.*"):
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/plekberaad", str(ROOT)))
    units = ["plekberaad.target", "plekberaad@8001.service", "plekberaad-build.service"]
    paths = [str(tmp_path / unit) for unit in units]
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, "")


def test_the_example_environment_names_settings_that_exist(tmp_path: Path):
    lines = (UNITS / "environment.example").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    values = {name.removeprefix("PLEKBERAAD_").lower(): value for name, value in given.items()}
    with overridden(data=tmp_path, secret="s" * 32, **values) as used:
        assert used.public_url


def test_no_setting_of_the_example_environment_is_a_secret():
    example = (UNITS / "environment.example").read_text()
    secret = {"secret", "secret_before", "metrics_token", "database_url", "redis_url"}
    assert not [name for name in secret if f"PLEKBERAAD_{name.upper()}=" in example]


def test_the_secrets_that_the_readme_has_made_are_settings():
    readme = (ROOT / "deploy" / "README.md").read_text()
    (loaded,) = re.findall(r"^LoadCredential=(\w+):(\S+)$", unit_of_a_process(), re.MULTILINE)
    made = re.findall(rf"{loaded[1]}/(\w+)", readme)
    assert {"secret", "database_url", "redis_url"} <= set(made) <= set(Settings.model_fields)
    assert f"{loaded[0]}_secret" == "plekberaad_secret"


def unit_of_a_process() -> str:
    return (UNITS / "plekberaad@.service").read_text()


def test_the_command_runs_as_the_units_do():
    unit = (UNITS / "plekberaad@.service").read_text()
    command = (UNITS / "plekberaad").read_text()
    for name, option in {
        "User": "--uid",
        "WorkingDirectory": "--working-directory",
        "EnvironmentFile": "--property=EnvironmentFile",
        "LoadCredential": "--property=LoadCredential",
    }.items():
        (value,) = re.findall(rf"^{name}=(\S+)$", unit, re.MULTILINE)
        assert f" {option}={value} " in command
    (kept,) = re.findall(r"PLEKBERAAD_DATA=\S+", unit)
    assert f"--setenv={kept} " in command
    (started,) = re.findall(r"^ExecStart=(.+) run$", unit, re.MULTILINE)
    assert f'{started} "$@"' in command


@pytest.mark.served
def test_it_says_that_it_serves_and_that_it_lives_until_it_hangs(
    built: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as supervisor:
        supervisor.bind(str(tmp_path / "notify"))
        supervisor.settimeout(60)
        monkeypatch.setitem(os.environ, "NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setitem(os.environ, "WATCHDOG_USEC", "200000")
        with running(tmp_path) as program:
            assert supervisor.recv(64) == b"READY=1"
            assert [supervisor.recv(64) for _ in range(3)] == [b"WATCHDOG=1"] * 3
            program.process.send_signal(signal.SIGSTOP)
            time.sleep(0.2)
            _empty(supervisor)
            supervisor.settimeout(1)
            with pytest.raises(TimeoutError):
                supervisor.recv(64)
            program.process.send_signal(signal.SIGCONT)
            assert supervisor.recv(64) == b"WATCHDOG=1"


def _empty(supervisor: socket.socket) -> None:
    supervisor.setblocking(False)
    try:
        while supervisor.recv(64):
            pass
    except BlockingIOError:
        pass
