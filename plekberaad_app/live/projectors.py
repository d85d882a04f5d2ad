"""How many projectors show a room: those of this process, and those of the others."""

from dataclasses import dataclass, field

# How often a process says how many it has, and how long that word counts.
SAID_EVERY_SECONDS = 3.0
SAID_LASTS_SECONDS = 10.0


@dataclass
class Projectors:
    """The count of a room; what another process said counts until it has been silent for long."""

    here: int = 0
    _elsewhere: dict[str, tuple[int, float]] = field(default_factory=dict)

    def hear(self, process: str, count: int, at: float) -> None:
        """Another process says how many it has; `at` is in seconds of a monotonic clock."""
        self._elsewhere[process] = (count, at)

    def count(self, at: float) -> int:
        """How many there are now, in all."""
        fresh = (count for count, heard in self._elsewhere.values() if _lasts(heard, at))
        return self.here + sum(fresh)


def _lasts(heard: float, at: float) -> bool:
    return at - heard < SAID_LASTS_SECONDS
