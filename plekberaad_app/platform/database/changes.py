"""What a transaction changed, announced after its commit and never before."""

from collections.abc import Callable
from dataclasses import dataclass, field

from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.people import Person


@dataclass(frozen=True, slots=True)
class CommittedChange:
    """Everything that a commit changed: the live session as it is now, contributions as stored, and
    people who came in, in order of number."""

    live_session: LiveSession
    contributions: tuple[Contribution, ...] = ()
    newcomers: tuple[Person, ...] = ()

    @property
    def is_arrival(self) -> bool:
        """Whether people came in and nothing else happened."""
        return bool(self.newcomers) and not self.contributions


Listener = Callable[[str, int, CommittedChange | None], None]

_listeners: list[Listener] = []


@dataclass
class PendingChanges:
    """The live sessions that a transaction changed, each with its new version.

    A use case that leaves the cast as it is, or only adds people to it, puts everything it changed
    in `news`, so that the rooms of this process need not read back what it just wrote. That is only
    an optimisation: a room that gets no news reads the database.
    """

    versions: dict[str, int] = field(default_factory=dict)
    news: dict[str, CommittedChange] = field(default_factory=dict)


def listen(listener: Listener) -> Callable[[], None]:
    """Call `listener(live_session_id, version, news)` after every commit; returns how to stop.

    It is called in the thread of the writer and must not block.
    """
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def tell_listeners(changes: PendingChanges) -> None:
    """Pass on what was committed."""
    for live_session_id, version in changes.versions.items():
        for listener in list(_listeners):
            listener(live_session_id, version, changes.news.get(live_session_id))
