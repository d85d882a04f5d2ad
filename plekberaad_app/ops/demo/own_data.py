"""The demonstration touches nothing of a real library: a folder and a database of its own."""

import os
from collections.abc import MutableMapping
from pathlib import Path

from plekberaad_app.platform.settings import PREFIX, Settings

_OF_A_REAL_LIBRARY = ("DATABASE_URL", "REDIS_URL")


def move_in(environment: MutableMapping[str, str] = os.environ) -> None:
    """Point the settings, before they are read, at the folder `demo` in the data."""
    data = Path(environment.get(f"{PREFIX}DATA") or "data")
    environment[f"{PREFIX}DATA"] = str(data / "demo")
    for name in _OF_A_REAL_LIBRARY:
        environment.pop(PREFIX + name, None)


def start_afresh(used: Settings) -> None:
    """Forget the evening of the start before."""
    for file in used.data.glob("plekberaad.db*"):
        file.unlink()
