"""How long data about people is kept, also for an evening that everybody forgot.

Nobody has to press 'close' for names, kind and habit to be deleted: an evening ends by itself.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from plekberaad_app.core.evening import LiveSession

KEEP_NAMES = timedelta(hours=24)
# How long a deleted evening can be restored.
KEEP_DELETED = timedelta(hours=24)
KEEP_UNUSED_IMAGES = timedelta(hours=24)
# Half a year, in whole days.
KEEP_DEEDS = timedelta(days=183)
KEEP_LOGS = timedelta(days=14)
# Long enough to plan what comes of an evening and to ask people for it.
KEEP_CONTACTS = timedelta(days=90)
# A backup is kept for 30 days (docs/operating.md): this lasts until none can bring anything back.
KEEP_ERASURES = timedelta(days=35)

# Longer than any break in an evening, shorter than a night.
QUIET = timedelta(hours=6)


class Ending(StrEnum):
    """What happens to an evening that nobody closes."""

    CLOSED = "closed"
    EMPTIED = "emptied"


def ending(live_session: LiveSession) -> Ending:
    """If it began, it is closed, with its report; if not, it stays ready, but without people."""
    return Ending.CLOSED if live_session.started_at else Ending.EMPTIED


def ends_by_itself_at(
    live_session: LiveSession, length: timedelta, last_activity: datetime
) -> datetime:
    """Six hours after its planned end or the last activity in it, whichever is later.

    `length` is that of the whole programme. An evening that is tried out days in advance is left
    alone until its own date has passed. Moments are aware UTC datetimes.
    """
    begins = [moment for moment in (live_session.starts_at, live_session.started_at) if moment]
    return max([last_activity, *(moment + length for moment in begins)]) + QUIET
