"""Starts a server of the bench's own as a process, and its sockets."""

import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection

from plekberaad_app.platform.settings import ROOT

TIMEOUT_SECONDS = 30


@contextmanager
def process(command: Sequence[str | Path], port: int, log: Path) -> Iterator[int]:
    """The id of a process that serves on this port; killed at the end."""
    with log.open("w") as output:
        started = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait_until_it_listens(started, port, log)
        yield started.pid
    finally:
        started.kill()
        started.wait()


def _wait_until_it_listens(started: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline and started.poll() is None:
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(log.read_text())


class Client:
    """A socket of a server of the bench's own: `on_frame` gets every frame."""

    def __init__(self) -> None:
        self.on_frame: Callable[[bytes, int], None] | None = None

    def hear(self, frame: bytes, at: int) -> None:
        """Hand on a frame to whoever listens."""
        if self.on_frame is not None:
            self.on_frame(frame, at)
