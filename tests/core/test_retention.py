"""An evening that nobody closes: ends by itself, to the minute, and never before its own date."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.retention import QUIET, Ending, ending, ends_by_itself_at

NOW = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
TWO_HOURS = timedelta(hours=2)
PREPARED = LiveSession(id="e", code="K7M3XP", library_id="l", title="Het plein")


@pytest.mark.parametrize(
    ("starts", "started", "last_activity", "end"),
    [
        # Hours from NOW; the programme takes two.
        (0, 0, 1, 2),
        (0, 0, 2, 2),
        (0, 0, 5, 5),
        (None, 0, 1, 2),
        (None, None, 1, 1),
        (0, None, -1, 2),
        (0, 1, 1, 3),
        (48, 0, 1, 50),
    ],
)
def test_it_ends_six_hours_after_its_planned_end_or_the_last_thing_anybody_did(
    starts: int | None, started: int | None, last_activity: int, end: int
):
    def at(hours: int | None) -> datetime | None:
        return None if hours is None else NOW + timedelta(hours=hours)

    evening = replace(PREPARED, starts_at=at(starts), started_at=at(started))
    last = NOW + timedelta(hours=last_activity)
    assert ends_by_itself_at(evening, TWO_HOURS, last) == NOW + timedelta(hours=end) + QUIET
    assert timedelta(hours=6) == QUIET


def test_one_that_began_is_closed_and_one_that_never_began_is_emptied():
    assert ending(replace(PREPARED, started_at=NOW)) is Ending.CLOSED
    assert ending(replace(PREPARED, starts_at=NOW)) is Ending.EMPTIED
