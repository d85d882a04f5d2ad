"""Settings that a test chooses itself, whatever this machine's environment says."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from plekberaad_app.platform import settings
from plekberaad_app.platform.settings import Settings


@contextmanager
def overridden(**values: Any) -> Iterator[Settings]:
    """These values, and defaults for all others, until the block ends."""
    before, used = settings._current, Settings(**values)
    settings._current = used
    try:
        yield used
    finally:
        settings._current = before
