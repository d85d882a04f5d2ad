"""What was erased after a backup was made must not come back with it."""

from collections.abc import Sequence

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool
from sqlmodel import Session

from plekberaad_app.platform.database import erasures
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.database.sole import sqlite_file
from plekberaad_app.platform.database.tables import ErasureRow
from plekberaad_app.room import erasure


def erased_in(url: str) -> list[ErasureRow] | None:
    """What was erased in a database that is about to be replaced; None if that cannot be found
    out."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        # Connecting would create it.
        return None
    try:
        with Session(create_engine(url, poolclass=NullPool)) as db:
            return erasures.all_of(db)
    except DatabaseError:
        return None


def erase_again(url: str, rows: Sequence[ErasureRow]) -> None:
    """Erase again, in a restored database of this version, what was erased since."""
    database = open_database(url)
    try:
        erasure.erase_again(rows)
    finally:
        database.dispose()
