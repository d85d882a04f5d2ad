"""A program whose clock a test moves while it runs, by libfaketime."""

from pathlib import Path

import pytest

LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))


class MovedTime:
    """The clock of every program that is started after it was made."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, *, with_stopwatch: bool
    ) -> None:
        """`with_stopwatch`: time itself moves, as in a sleep; else only the clock is set."""
        if not LIBRARIES:
            pytest.skip("no libfaketime on this machine (on Debian: apt install libfaketime)")
        self._file = folder / "moved"
        self.by(0)
        monkeypatch.setenv("LD_PRELOAD", str(LIBRARIES[0]))
        monkeypatch.setenv("FAKETIME_TIMESTAMP_FILE", str(self._file))
        monkeypatch.setenv("FAKETIME_NO_CACHE", "1")
        if not with_stopwatch:
            monkeypatch.setenv("FAKETIME_DONT_FAKE_MONOTONIC", "1")

    def by(self, seconds: int) -> None:
        """So many seconds from the real time, from now on."""
        self._file.write_text(f"{seconds:+}\n")
