"""How many projectors show a room: those of this process, and those of the others."""

from dataclasses import dataclass, field

# How often a process reports how many it has, and for how long a report counts.
SAID_EVERY_SECONDS = 3.0
SAID_LASTS_SECONDS = 10.0


@dataclass
class Projectors:
    """The count for a room; another process's report counts until that process has been silent too
    long."""

    here: int = 0
    _elsewhere: dict[str, tuple[int, float]] = field(default_factory=dict)

    def hear(self, process: str, count: int, at: float) -> None:
        """Another process reports how many it has; `at` is in seconds of a monotonic clock."""
        self._elsewhere[process] = (count, at)

    def count(self, at: float) -> int:
        """How many there are now, in all."""
        fresh = (count for count, heard in self._elsewhere.values() if _lasts(heard, at))
        return self.here + sum(fresh)


def _lasts(heard: float, at: float) -> bool:
    return at - heard < SAID_LASTS_SECONDS
