"""The demonstration touches nothing of a real library: it has its own folder and database."""

import os
from collections.abc import MutableMapping
from pathlib import Path

from plekberaad_app.platform.settings import PREFIX, Settings

_OF_A_REAL_LIBRARY = ("DATABASE_URL", "REDIS_URL")


def move_in(environment: MutableMapping[str, str] = os.environ) -> None:
    """Point the settings, before they are read, to the folder `demo` in the data folder."""
    data = Path(environment.get(f"{PREFIX}DATA") or "data")
    environment[f"{PREFIX}DATA"] = str(data / "demo")
    for name in _OF_A_REAL_LIBRARY:
        environment.pop(PREFIX + name, None)


def start_afresh(used: Settings) -> None:
    """Delete the evening of the previous run."""
    for file in used.data.glob("plekberaad.db*"):
        file.unlink()
