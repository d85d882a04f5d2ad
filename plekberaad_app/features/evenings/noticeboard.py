"""The noticeboard of a library: which evening hangs where, and what is to be done with it first."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from unicodedata import combining, normalize

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.platform.i18n.dates import ZONE, local_time

SOON = timedelta(days=7)


class Group(StrEnum):
    """Where an evening hangs."""

    THIS_WEEK = "this_week"
    LATER = "later"
    PAST = "past"


def group_of(live_session: LiveSession, now: datetime) -> Group:
    """Where it hangs at this moment; days are those of the calendar in the room.

    This week is today and the seven days after it. An evening that did not begin stays there until
    midnight or, if it was planned to go on past midnight, until its planned end.
    """
    if live_session.status is Status.CLOSED:
        return Group.PAST
    if live_session.status is Status.RUNNING:
        return Group.THIS_WEEK
    if live_session.starts_at is None:
        return Group.LATER
    if now >= _day_ends_at(live_session.starts_at, live_session.minutes_available or 0):
        return Group.PAST
    is_soon = _day(live_session.starts_at) <= _day(now) + SOON
    return Group.THIS_WEEK if is_soon else Group.LATER


def is_today(live_session: LiveSession, now: datetime) -> bool:
    """Whether its planned day is today, or began yesterday and is not over yet."""
    starts_at = live_session.starts_at
    return (
        starts_at is not None
        and _day(starts_at) <= _day(now)
        and group_of(live_session, now) is Group.THIS_WEEK
    )


def in_order(group: Group, live_sessions: Iterable[LiveSession]) -> list[LiveSession]:
    """What is first is first: what runs and then what starts soonest, but of what was the latest.

    Those without a date come last, in the order in which they were given.
    """
    if group is Group.PAST:
        return sorted(live_sessions, key=_happened_at, reverse=True)
    return sorted(live_sessions, key=_comes)


def folded(text: str) -> str:
    """A text as it is searched: no capitals, no accents."""
    bare = (letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return "".join(bare)


def matches(sought: str, texts: Sequence[str]) -> bool:
    """Whether every word that is sought is somewhere in these texts; '' matches everything."""
    within = folded(" \n ".join(texts))
    return all(word in within for word in folded(sought).split())


def _day(moment: datetime) -> date:
    return local_time(moment).date()


def _day_ends_at(starts_at: datetime, minutes: int) -> datetime:
    midnight = datetime.combine(_day(starts_at) + timedelta(days=1), time(), ZONE)
    planned_end = starts_at.astimezone(UTC) + timedelta(minutes=minutes)
    return max(midnight.astimezone(UTC), planned_end)


def _comes(live_session: LiveSession) -> tuple[bool, bool, float]:
    starts_at = live_session.starts_at
    return (
        live_session.status is not Status.RUNNING,
        starts_at is None,
        starts_at.timestamp() if starts_at else 0,
    )


def _happened_at(live_session: LiveSession) -> float:
    moment = live_session.started_at or live_session.starts_at or live_session.closed_at
    return moment.timestamp() if moment else 0
