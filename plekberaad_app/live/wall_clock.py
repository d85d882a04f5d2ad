"""Whether somebody set the machine's clock: screens count by themselves and would not notice."""

import time
from collections.abc import Callable

# Seconds; the normal corrections of a clock are far smaller between two checks.
TOLERANCE_SECONDS = 0.3


class WallClock:
    """The machine's clock, compared with a stopwatch."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        self.wall, self.stopwatch = wall, stopwatch
        self._between = wall() - stopwatch()

    def was_set(self) -> bool:
        """Whether it jumped since this was last asked, as after a correction or a sleep."""
        between = self.wall() - self.stopwatch()
        if abs(between - self._between) < TOLERANCE_SECONDS:
            return False
        self._between = between
        return True
