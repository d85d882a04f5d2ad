"""Finds the processes that a run of tests has started and not ended, daemons too."""

import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

# Every program that a test starts inherits this, wherever it goes afterwards.
VARIABLE = "PLEKBERAAD_TEST_RUN"
TIMEOUT_SECONDS = 10.0


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fails the last test of a run that leaves a program running."""
    mark = mark_this_run()
    yield
    left = still_running(mark, TIMEOUT_SECONDS)
    assert left == [], f"still running after the tests: {left}"


def mark_this_run() -> str:
    """Mark all that this process starts from now on; the mark."""
    mark = os.environ[VARIABLE] = secrets.token_hex(8)
    return mark


def still_running(mark: str, patience: float) -> list[str]:
    """The command lines of marked processes that do not end by themselves within the patience.

    Only where the system shows processes as files: on Linux.
    """
    deadline = time.monotonic() + patience
    while (found := _marked(f"{VARIABLE}={mark}")) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _marked(entry: str) -> list[str]:
    return [_command(folder) for folder in Path("/proc").glob("[0-9]*") if _has(folder, entry)]


def _has(folder: Path, entry: str) -> bool:
    try:
        return entry.encode() in (folder / "environ").read_bytes().split(b"\0")
    except OSError:
        # It ended meanwhile, or is somebody else's.
        return False


def _command(folder: Path) -> str:
    try:
        words = (folder / "cmdline").read_bytes().split(b"\0")
    except OSError:
        words = []
    return " ".join(word.decode(errors="replace") for word in words).strip() or folder.name
