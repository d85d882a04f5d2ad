"""The store of the two servers beside ours: SQLite, safe on disk before anybody hears of it."""

import sqlite3
from pathlib import Path

# As Plekberaad has them.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")


class Store:
    """Ideas by room; each is committed by itself."""

    def __init__(self, path: str | Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        for pragma in PRAGMAS:
            self._db.execute(f"PRAGMA {pragma}")
        self._db.execute(
            "CREATE TABLE idea (number INTEGER PRIMARY KEY, room TEXT, id TEXT, text TEXT)"
        )

    def add(self, room: str, idea_id: str, text: str) -> None:
        """Keep an idea; it is on disk when this returns."""
        insert = "INSERT INTO idea (room, id, text) VALUES (?, ?, ?)"
        self._db.execute(insert, (room, idea_id, text))

    def wall(self, room: str) -> list[str]:
        """The texts of a room, oldest first."""
        select = "SELECT text FROM idea WHERE room = ? ORDER BY number"
        return [text for (text,) in self._db.execute(select, (room,))]
