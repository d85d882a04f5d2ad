"""Noting who wrote something in this round, for the screen of their own table."""

from dataclasses import replace
from functools import cache

from plekberaad_app.activities.contract.activity import Activity, Scene
from plekberaad_app.activities.contract.capabilities import KeepsPrivate, Writes
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.people import Person
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import Transaction


def with_heard(
    db: Transaction,
    live_session: LiveSession,
    activity: Activity,
    scene: Scene,
    person: Person | None,
    stored: tuple[Contribution, ...],
) -> LiveSession:
    """The live session in which this person was heard, if it is the first that they wrote now.

    It says that they wrote, and nothing of what: it is gone with the round.
    """
    if person is None or person.number in live_session.at_tables.heard:
        return live_session
    now, kinds = scene.stop and scene.stop.round, _told_kinds(activity)
    if not any(item.kind in kinds and item.round == now for item in stored):
        return live_session
    told = replace(live_session, at_tables=live_session.at_tables.with_heard(person.number))
    live_sessions.save_at_tables(db, told)
    return told


@cache
def _told_kinds(activity: Activity) -> frozenset[str]:
    """The kinds of what people write for others to read."""
    written = activity.boxes.values() if isinstance(activity, Writes) else ()
    private = activity.private if isinstance(activity, KeepsPrivate) else frozenset[str]()
    return frozenset(written) - private
