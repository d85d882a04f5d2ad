"""Evenings on the nights when the clock goes back or forward, past midnight, and on a server that
stands in another time zone: the times are those on the wall of the room."""

import os
import time
from collections.abc import Iterator

import pytest

from plekberaad_app.features.programme.state import ProgrammeState
from tests.features.desk import FORM, anna, do, evening, page

__all__ = ["anna", "evening", "page"]


@pytest.fixture(params=["Europe/Amsterdam", "UTC", "America/New_York", "Asia/Kolkata"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The server's own clock stands in this zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    os.environ.setdefault("TZ", "")
    time.tzset()


@pytest.mark.parametrize(
    ("starts_at", "times", "ends_at"),
    [
        # The clock goes back at three, so between two and three it is twice as late.
        ("2026-10-25T01:30", ["01:30", "01:40", "02:10", "02:15"], "02:20"),
        ("2026-10-25T02:30", ["02:30", "02:40", "02:10", "02:15"], "02:20"),
        # It goes forward at two.
        ("2026-03-29T01:30", ["01:30", "01:40", "03:10", "03:15"], "03:20"),
        ("2026-12-31T23:30", ["23:30", "23:40", "00:10", "00:15"], "00:20"),
        ("2026-07-01T19:30", ["19:30", "19:40", "20:10", "20:15"], "20:20"),
    ],
)
@pytest.mark.usefixtures("elsewhere")
async def test_the_times_are_those_on_the_wall(page, evening, starts_at, times, ends_at):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    await do(state, "describe", FORM | {"starts_at": starts_at, "minutes_available": "50"})
    assert state.notice.kind == "ok"
    assert [step.starts_at for step in state.steps] == times
    assert (state.ends_at, state.about.starts_at) == (ends_at, starts_at)
    assert (state.total_minutes, state.fits.is_good) == (50, True)


async def test_an_hour_that_does_not_exist_is_taken_as_the_one_after_it(page, evening):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    await do(state, "describe", FORM | {"starts_at": "2026-03-29T02:30"})
    assert (state.notice.kind, state.starts_at) == ("ok", "03:30")


@pytest.mark.parametrize("title", ["🇳🇱" * 280, "x" * 81, "\u202e"])
async def test_a_title_that_is_none_is_refused_beside_its_step(page, evening, title):
    state = page(ProgrammeState, "Anna", evening.code)
    await do(state, "enter")
    first = state.steps[0]
    await do(state, "store_step", {"step_id": first.id, "title": title})
    assert (state.notice.kind, state.answers) == ("error", first.id)
    await do(state, "store_step", {"step_id": first.id, "title": "=1+1"})
    assert state.steps[0].title == "=1+1"
