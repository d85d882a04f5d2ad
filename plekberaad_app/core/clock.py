"""The clock of a phase: two anchors and a length. The time left is derived, never stored."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from plekberaad_app.core.errors import DomainError


@dataclass(frozen=True, slots=True)
class Clock:
    """When a phase started, whether it is paused and how long it may take (aware UTC datetimes)."""

    length: timedelta
    started_at: datetime
    paused_at: datetime | None = None

    @property
    def is_paused(self) -> bool:
        """Whether the clock is stopped."""
        return self.paused_at is not None

    @property
    def ends_at(self) -> datetime | None:
        """When its time is up; None while it is paused."""
        return None if self.is_paused else self.started_at + self.length

    def elapsed(self, now: datetime) -> timedelta:
        """Time that has run, not counting pauses; never negative."""
        return max((self.paused_at or now) - self.started_at, timedelta())

    def remaining(self, now: datetime) -> timedelta:
        """Time left; zero once the phase is over."""
        return max(self.length - self.elapsed(now), timedelta())

    def overtime(self, now: datetime) -> timedelta:
        """Time past the end; zero while the phase runs."""
        return max(self.elapsed(now) - self.length, timedelta())

    def has_ended(self, now: datetime) -> bool:
        """Whether the phase's time is up."""
        return self.elapsed(now) >= self.length

    def pause(self, now: datetime) -> Self:
        """Stop the clock from now on; pausing twice changes nothing."""
        return self if self.is_paused else replace(self, paused_at=now)

    def resume(self, now: datetime) -> Self:
        """Resume from where the clock stopped; a running clock is left as it is."""
        if self.paused_at is None:
            return self
        return replace(self, started_at=self.started_at + (now - self.paused_at), paused_at=None)

    def extend(self, extra: timedelta, now: datetime) -> Self:
        """Give the phase `extra` time from now on; overtime is not deducted from it."""
        return replace(self, length=max(self.length, self.elapsed(now)) + extra)

    def shorten(self, less: timedelta, now: datetime) -> Self:
        """Take `less` time off the phase; raises DomainError('no_minute_left') if as much is not
        left."""
        if self.remaining(now) <= less:
            raise DomainError("no_minute_left")
        return replace(self, length=self.length - less)
