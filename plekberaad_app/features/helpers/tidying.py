"""Forgetting what those who helped are called, as soon as the room is forgotten."""

from datetime import datetime

from plekberaad_app.core.retention import KEEP_NAMES
from plekberaad_app.platform.database import helpers
from plekberaad_app.platform.database.engine import transaction


def forget_names(now: datetime) -> None:
    """Delete the names at the links of evenings that closed a day ago."""
    with transaction() as db:
        helpers.forget_names(db, now - KEEP_NAMES)
