"""Starts the real program, as `make run` does, on a free port with data of its own."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plekberaad_app.platform.settings import PREFIX, ROOT

TIMEOUT_SECONDS = 60
OWN_PORTS = (10_000, 32_000)


@dataclass(frozen=True)
class Program:
    """A program that serves."""

    process: subprocess.Popen[str]
    port: int
    log: Path

    @property
    def url(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self, name: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; the code it ends with."""
        self.process.send_signal(name)
        return self.process.wait(TIMEOUT_SECONDS)


def free_port() -> int:
    """A port nobody uses, below those that a system gives to outgoing connections.

    One of those may be taken again before the program that it was meant for begins to listen.
    """
    while True:
        port = random.randrange(*OWN_PORTS)
        with suppress(OSError), socket.create_server(("", port)):
            return port


def command(*words: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program to its end; `typed` is what somebody answers."""
    return subprocess.run(
        [sys.executable, "-m", "plekberaad_app", *words],
        cwd=ROOT,
        env=_environment(settings),
        input=typed,
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )


def command_at_a_terminal(*words: str, typed: Sequence[str], **settings: str) -> tuple[int, str]:
    """Run a command on a terminal of its own: its exit code and all that the terminal showed.

    Each line of `typed` is an answer to the next question, which ends with a colon.
    """
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", _AT_A_TERMINAL, *words],
        cwd=ROOT,
        env=_environment(settings),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    shown, answers = "", iter(typed)
    with suppress(OSError):  # Linux tells so that the other end was closed.
        while piece := os.read(ours, 4096).decode():
            shown += piece
            if shown.endswith(": "):
                os.write(ours, f"{next(answers)}\n".encode())
    os.close(ours)
    return process.wait(TIMEOUT_SECONDS), shown


# A terminal is what a question without echo is asked at; it has to be the process's own.
_AT_A_TERMINAL = """
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("plekberaad_app", run_name="__main__", alter_sys=True)
"""


@contextmanager
def running(
    folder: Path,
    port: int | None = None,
    project: Path = ROOT,
    module: str = "plekberaad_app",
    **settings: str,
) -> Iterator[Program]:
    """The program of this project, serving; killed at the end if it still runs.

    `module` may be one that runs the program in a way of its own.
    """
    port, log = port or free_port(), folder / "program.log"
    settings = {"port": str(port), "data": str(folder), **settings}
    with log.open("a") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", module, "run"],
            cwd=project,
            env=_environment(settings),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
        )
    program = Program(process, port, log)
    try:
        _wait_until_it_serves(program)
        yield program
    finally:
        process.kill()
        process.wait()


def _environment(settings: dict[str, str]) -> dict[str, str]:
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return others | {PREFIX + name.upper(): value for name, value in settings.items()}


def _wait_until_it_serves(program: Program) -> None:
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline and program.process.poll() is None:
        try:
            urllib.request.urlopen(f"{program.url}/ping", timeout=2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(program.log.read_text())
