"""The databases of tests: one engine all along, whose content is put back before each test.

An engine knows how to say everything that it said before; a new one works all of it out again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import SQLModel

from plekberaad_app.platform.database import engine
from plekberaad_app.platform.database.engine import Database


@contextmanager
def used(database: Database) -> Iterator[Database]:
    """This database is the open one; at the end nobody is connected to it."""
    before, engine._database = engine._database, database
    database.casts.clear()
    yield database
    # A test may have opened another one.
    if engine._database not in (None, database):
        engine._database.dispose()
    database.dispose()
    engine._database = before


class SqliteFile:
    """A database in a file of its own, of which the whole content can be kept and put back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(f"sqlite:///{path}")
        for each in (self.database.writer, self.database.reader):
            event.listen(each, "connect", _without_waiting_for_the_disk)
        SQLModel.metadata.create_all(self.database.writer)
        self.empty = self.content()

    def content(self) -> bytes:
        """All that is stored; nobody is connected any more."""
        self.database.dispose()
        return self.path.read_bytes()

    def put_back(self, content: bytes) -> None:
        """Store this and nothing else; nobody is connected any more."""
        self.database.dispose()
        self.database.casts.clear()
        # Whoever did not let go of the files keeps the old ones.
        for file in self.path.parent.glob(f"{self.path.name}*"):
            file.unlink()
        self.path.write_bytes(content)


def _without_waiting_for_the_disk(connection: Any, _record: Any) -> None:
    # What these databases hold has to outlive no power cut.
    connection.execute("PRAGMA synchronous=OFF")
