"""How long a trivial answer takes: what the event loop does while a database is in trouble."""

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

EVERY_SECONDS = 0.02
TIMEOUT_SECONDS = 60


class Probe(threading.Thread):
    """Asks for /ping all the time; `slowest` is the longest answer in seconds."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._where = urlsplit(url)
        self._ended = threading.Event()
        self.answers: list[float] = []

    @property
    def slowest(self) -> float:
        """The longest answer, in seconds."""
        return max(self.answers, default=0.0)

    def run(self) -> None:
        """Part of Thread."""
        line = http.client.HTTPConnection(
            self._where.hostname or "", self._where.port, timeout=TIMEOUT_SECONDS
        )
        while not self._ended.wait(EVERY_SECONDS):
            began = time.monotonic()
            line.request("GET", "/ping")
            line.getresponse().read()
            self.answers.append(time.monotonic() - began)
        line.close()

    def end(self) -> None:
        """Stop asking."""
        self._ended.set()
        self.join()


@contextmanager
def probing(url: str) -> Iterator[Probe]:
    """Ask until the block ends."""
    probe = Probe(url)
    probe.start()
    try:
        yield probe
    finally:
        probe.end()
