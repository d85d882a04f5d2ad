"""Deleting what nobody can undo any more."""

from datetime import datetime

from plekberaad_app.platform.database import programme_changes
from plekberaad_app.platform.database.engine import transaction


def forget_edits(_now: datetime) -> int:
    """Delete the edits of programmes whose evening is over; returns how many."""
    with transaction() as db:
        return programme_changes.drop_of_closed(db)
