"""The clock as it is sent: a browser counts on from there by itself."""

from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.core.clock import Clock


@dataclass(frozen=True)
class ClockView:
    """The clock at the moment of sending. Times in milliseconds.

    `sent` is different each time, so that the browser starts counting from it again.
    """

    remaining: int = 0
    length: int = 0
    is_running: bool = False
    is_paused: bool = False
    sent: int = 0


def clock_view(clock: Clock | None, now: datetime) -> ClockView:
    """The clock in the form from which a browser counts on."""
    if clock is None:
        return ClockView(sent=_milliseconds(now.timestamp()))
    return ClockView(
        remaining=_milliseconds(clock.remaining(now).total_seconds()),
        length=_milliseconds(clock.length.total_seconds()),
        is_running=not clock.is_paused,
        is_paused=clock.is_paused,
        sent=_milliseconds(now.timestamp()),
    )


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)
