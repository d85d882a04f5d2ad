"""A program whose clock a test moves while it runs, by libfaketime."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import missing_service
from tests.needs import FAKETIME, find_library


class MovedTime:
    """The clock of programs that start within `for_new_programs`."""

    def __init__(self, folder: Path, *, with_stopwatch: bool) -> None:
        """`with_stopwatch`: time itself moves, as in a sleep; else only the clock is set."""
        self._library = find_library(FAKETIME) or missing_service("libfaketime")
        self._file = folder / "moved"
        self._with_stopwatch = with_stopwatch
        self.by(0)

    def by(self, seconds: int) -> None:
        """So many seconds from the real time, from now on."""
        self._file.write_text(f"{seconds:+}\n")

    @contextmanager
    def for_new_programs(self) -> Iterator[None]:
        """Programs that start now live by this clock; a browser, say, must not."""
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("LD_PRELOAD", str(self._library))
            environment.setenv("FAKETIME_TIMESTAMP_FILE", str(self._file))
            environment.setenv("FAKETIME_NO_CACHE", "1")
            if not self._with_stopwatch:
                environment.setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1")
            yield
