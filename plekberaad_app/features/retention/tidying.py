"""Deleting what is due of evenings, also of one that nobody closed, and of what was logged."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core import steering as rules
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.retention import (
    KEEP_DEEDS,
    KEEP_ERASURES,
    KEEP_LOGS,
    KEEP_NAMES,
    Ending,
    ending,
    ends_by_itself_at,
)
from plekberaad_app.platform.database import (
    audit_entries,
    erasures,
    evenings,
    live_sessions,
    people,
    programmes,
    retention,
)
from plekberaad_app.platform.database.engine import (
    Reader,
    Transaction,
    database,
    reading,
    transaction,
)
from plekberaad_app.platform.settings import settings
from plekberaad_app.room.closing import wipe

# Files in the data folder that contain personal data.
OLD_FILES = ("*.log", "before-restore-*")


def tidy(now: datetime) -> None:
    """Delete all that is due here; safe to repeat, in any number of processes."""
    end_untended(now)
    forget_people(now)
    forget_audit_entries(now)
    drop_old_files(settings().data, now)
    database().clear_journal()


def end_untended(now: datetime) -> int:
    """End every evening that nobody closed (core/retention.py); returns how many."""
    with reading() as db:
        open_ones = retention.open_with_people(db)
        due = [each.id for each in open_ones if _is_due(db, each, now)]
    for live_session_id in due:
        _end(live_session_id, now)
    return len(due)


def forget_people(now: datetime) -> int:
    """Delete names and keys of every room that closed a day ago; returns how many rooms."""
    with transaction() as db:
        closed = retention.closed_before(db, now - KEEP_NAMES)
        for live_session_id in closed:
            # One that was deleted has no screens to tell.
            if live_sessions.find(db, live_session_id):
                live_sessions.change(db, live_session_id, cast=True)
            retention.forget_who_steered(db, live_session_id)
            people.forget_people(db, live_session_id)
        return len(closed)


def forget_audit_entries(now: datetime) -> None:
    """Delete audit entries of half a year ago, and old erasures."""
    with transaction() as db:
        audit_entries.drop_before(db, now - KEEP_DEEDS)
        erasures.drop_before(db, now - KEEP_ERASURES)


def drop_old_files(folder: Path, now: datetime) -> int:
    """Delete logs, and what a restore set aside, after two weeks; returns how many."""
    before = (now - KEEP_LOGS).timestamp()
    files = [file for pattern in OLD_FILES for file in folder.glob(pattern)]
    old = [file for file in files if file.is_file() and file.stat().st_mtime < before]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def _is_due(db: Reader, live_session: LiveSession, now: datetime) -> bool:
    timeline = timeline_of(programmes.steps(db, live_session.id))
    length = timeline.length_from(timeline.first())
    last_activity = retention.last_activity(db, live_session.id)
    return now >= ends_by_itself_at(live_session, length, last_activity)


def _end(live_session_id: str, now: datetime) -> None:
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        if not live_session.is_open or not _is_due(db, live_session, now):
            db.abandon()
        elif ending(live_session) is Ending.EMPTIED:
            people.send_home(db, live_session_id)
        else:
            _close(db, live_session, now)


def _close(db: Transaction, live_session: LiveSession, now: datetime) -> None:
    closed = replace(
        rules.close(live_session, now),
        steering=live_session.steering + 1,
        steered_by="",
        steered_what="close",
    )
    live_sessions.save(db, closed)
    wipe(db, evenings.around(db, live_session), now)
