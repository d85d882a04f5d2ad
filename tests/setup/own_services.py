"""A PostgreSQL and a Redis of a test's own, which it may stop, freeze, kill and start again."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import missing_service
from tests.setup.program import free_port

TIMEOUT_SECONDS = 30
# PostgreSQL refuses to run as root; its packages make this user.
UNPRIVILEGED = "postgres"


class OwnServer:
    """One server process on a port of its own, with its data in a folder of its own."""

    def __init__(self, command: list[str], port: int, **options: Any) -> None:
        self.port = port
        self._command = command
        self._options = options
        self._process: subprocess.Popen[Any] | None = None

    @property
    def pid(self) -> int:
        """Its process; raises RuntimeError when it does not run."""
        if self._process is None:
            raise RuntimeError("it does not run")
        return self._process.pid

    def start(self) -> None:
        """Start, and wait until it accepts connections."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started = self._process = subprocess.Popen(self._command, **quiet, **self._options)
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while not self._accepts():
            if started.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"{self._command[0]} does not start")
            time.sleep(0.02)

    def stop(self, name: signal.Signals = signal.SIGTERM) -> None:
        """End it with a signal, SIGKILL for a crash; a frozen one is thawed first."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGCONT)
        self._process.send_signal(name)
        self._process.wait(TIMEOUT_SECONDS)
        self._process = None

    def restart(self, name: signal.Signals = signal.SIGTERM) -> None:
        """Stop it with a signal and start it again on the same data."""
        self.stop(name)
        self.start()

    def _accepts(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


class OwnRedis(OwnServer):
    """A Redis without persistence."""

    @property
    def url(self) -> str:
        """For PLEKBERAAD_REDIS_URL."""
        return f"redis://127.0.0.1:{self.port}/0"

    def freeze(self) -> None:
        """Leave connections open and answer nothing, as a machine that hangs."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Answer again."""
        if self._process is not None:
            self._process.send_signal(signal.SIGCONT)


class OwnPostgresql(OwnServer):
    """A cluster whose database `postgres` is the test's; SIGINT stops it fast, SIGQUIT at once."""

    @property
    def data(self) -> Path:
        """The folder of the cluster."""
        return Path(self._command[self._command.index("-D") + 1])

    @property
    def url(self) -> str:
        """For PLEKBERAAD_DATABASE_URL."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def _accepts(self) -> bool:
        command = [_program("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(command, check=False).returncode == 0


@contextmanager
def own_redis() -> Iterator[OwnRedis]:
    """A Redis that runs; ended at the end."""
    server = shutil.which("redis-server") or missing_service("redis-server")
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [str(server), "--bind", "127.0.0.1", "--port", str(port), "--dir", folder]
        yield from _running(OwnRedis([*command, "--save", ""], port))


@contextmanager
def own_postgresql(**settings: str) -> Iterator[OwnPostgresql]:
    """A PostgreSQL that runs, with settings as in postgresql.conf; ended at the end."""
    if not (_program("initdb") and _program("postgres")):
        missing_service("PostgreSQL's programs")
    options = {"user": UNPRIVILEGED} if _is_root() else {}
    # pytest's own folder is closed to other users.
    with tempfile.TemporaryDirectory() as outer:
        folder = Path(outer)
        if options:
            shutil.chown(folder, UNPRIVILEGED)
        _make_cluster(folder / "data", options)
        port = free_port()
        yield from _running(OwnPostgresql(_command(folder, port, settings), port, **options))


def _running(server: Any) -> Iterator[Any]:
    server.start()
    try:
        yield server
    finally:
        server.stop(signal.SIGINT)


def _make_cluster(folder: Path, options: dict[str, Any]) -> None:
    command = [_program("initdb"), "-D", str(folder), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    subprocess.run(
        [*command, "--no-sync"], check=True, stdout=subprocess.DEVNULL, cwd="/", **options
    )


def _command(folder: Path, port: int, settings: dict[str, str]) -> list[str]:
    all_settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": str(folder),
        **settings,
    }
    given = [part for name, value in all_settings.items() for part in ("-c", f"{name}={value}")]
    return [_program("postgres"), "-D", str(folder / "data"), *given]


def _program(name: str) -> str:
    """A program of PostgreSQL, '' when there is none; Debian keeps them out of the PATH."""
    if found := shutil.which(name):
        return found
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(installed[-1]) if installed else ""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
