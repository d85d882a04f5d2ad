"""The evening as it stands in the database, read once per change.

What did not change is not read again: contributions are queried by version, and
`platform.database.evenings` caches the cast.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from plekberaad_app.core.at_tables import AT_TABLES, NOTHING
from plekberaad_app.core.contributions import Contribution, MemoryBoard, questions_about
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.platform.database import contributions, evenings, live_sessions
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.database.engine import reading


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The evening at one version, and the author tags that contributed since the last.

    `changed`: the questions whose answers may be others since then (core/noticing), of the board or
    the tables, or None when anything may be: somebody came, went or steered.
    """

    evening: Evening
    touched: frozenset[str] = frozenset()
    changed: frozenset[Hashable] | None = None

    @property
    def moved_at(self) -> tuple[int, int]:
        """Stays the same for as long as nobody came, left, changed seats or steered."""
        live_session = self.evening.live_session
        return live_session.cast_version, live_session.steering


def take(live_session_id: str, before: Snapshot | None = None) -> Snapshot:
    """The evening now, with a board in memory; `before` is the snapshot it may build on.

    Raises NotFound when the live session is gone.
    """
    seen = before.evening.live_session.version if before else 0
    with reading() as db:
        live_session = live_sessions.get(db, live_session_id)
        if before and seen == live_session.version:
            return Snapshot(before.evening)
        evening = evenings.around(db, live_session)
        news = contributions.since(db, live_session_id, seen)
    return _with(before, evening, news)


def after(before: Snapshot, heard: Sequence[CommittedChange | None]) -> Snapshot | None:
    """The snapshot that follows from what commits passed on, in any order; None if something is
    missing.

    Versions go up by one with every commit, so a gap shows.
    """
    if None in heard:
        return None
    seen, evening, items = before.evening.live_session.version, before.evening, []
    for news in sorted((each for each in heard if each), key=_version):
        if _version(news) > seen + 1:
            return None
        if _version(news) == seen + 1:
            evening = _following(evening, news)
            seen, items = seen + 1, [*items, *news.contributions]
    return _with(before, evening, items)


def _following(evening: Evening, news: CommittedChange) -> Evening:
    """The evening with the newcomers added; without any, the people remain the same objects."""
    if news.newcomers:
        evening = replace(evening, people=(*evening.people, *news.newcomers))
    return replace(evening, live_session=news.live_session)


def _version(news: CommittedChange) -> int:
    return news.live_session.version


def _with(before: Snapshot | None, evening: Evening, news: Sequence[Contribution]) -> Snapshot:
    """The evening with the previous contributions and the new ones on its board."""
    board = before.evening.board if before else MemoryBoard()
    if not isinstance(board, MemoryBoard):
        raise TypeError("a snapshot builds on a snapshot")
    return Snapshot(
        replace(evening, board=board.with_changes(news) if news else board),
        frozenset(item.author for item in news),
        _changed(before.evening, evening, news) if before else None,
    )


def _changed(
    before: Evening, after: Evening, news: Sequence[Contribution]
) -> frozenset[Hashable] | None:
    if _as_steered(before) != _as_steered(after):
        return None
    if before.live_session.at_tables != after.live_session.at_tables:
        return frozenset({AT_TABLES}).union(_about(before, news))
    return _about(before, news)


def _as_steered(evening: Evening) -> LiveSession:
    return replace(evening.live_session, version=0, at_tables=NOTHING)


def _about(before: Evening, news: Sequence[Contribution]) -> frozenset[Hashable]:
    known = filter(None, (before.board.get(item.id) for item in news))
    return frozenset(chain.from_iterable(map(questions_about, (*news, *known))))
