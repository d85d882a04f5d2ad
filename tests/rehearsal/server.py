"""The real program of a rehearsal: it can be killed in the middle and started again."""

import re
import signal
from contextlib import ExitStack
from pathlib import Path

from tests.setup.program import ROOT, Program, free_port, running

# Two minutes become 18 seconds, five become 45: long enough to type, to be killed and to come back.
TIME_SCALE = 0.15
_BEGIN = re.compile(r"http://\S+(/begin/\S+)")


class Server:
    """The program on one port, with data that stay when it dies."""

    module = "plekberaad_app"

    def __init__(
        self,
        folder: Path,
        port: int | None = None,
        time_scale: float = TIME_SCALE,
        **settings: str,
    ) -> None:
        self.folder = folder
        self._settings = {"time_scale": str(time_scale), **settings}
        self.port = port or free_port()
        self._stack = ExitStack()
        self._program: Program | None = None

    @property
    def url(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self._program is not None
        return self._program.process.pid

    def start(self) -> None:
        """Start it, and wait until it serves."""
        started = running(self.folder, self.port, ROOT, self.module, **self._settings)
        self._program = self._stack.enter_context(started)

    def kill(self) -> None:
        """End it as a power cut does."""
        assert self._program is not None
        self._program.stop(signal.SIGKILL)

    def ask_to_stop(self) -> int:
        """End it as a service manager does; the code it ends with."""
        assert self._program is not None
        return self._program.stop(signal.SIGTERM)

    def stop(self) -> None:
        """End it for good."""
        self._stack.close()

    def first_link(self) -> str:
        """The path of the link with which the first facilitator begins, as it was printed."""
        assert self._program is not None
        found = _BEGIN.search(self._program.log.read_text("utf-8"))
        assert found is not None
        return found[1]
