"""Only what changed is sent, and the clock is sent as the time that is left."""

from datetime import UTC, datetime, timedelta

from plekberaad_app.activities.contract.activity import Note
from plekberaad_app.core.clock import Clock
from plekberaad_app.live.clock_view import clock_view
from plekberaad_app.live.last_sent import TOLD, LastSent
from plekberaad_app.room.views.phone import MeView

NOW = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
CLOCK = Clock(length=timedelta(minutes=5), started_at=NOW)


def wall(*numbers: int) -> tuple[Note, ...]:
    return tuple(Note(id=f"n{number}", text="Een bankje", table=1) for number in numbers)


def test_what_was_sent_before_is_not_sent_again():
    last_sent = LastSent()
    last_sent.news({"me": MeView(number=1), "stage": "a"}, NOW)
    assert last_sent.news({"me": MeView(number=1), "stage": "b"}, NOW) == {"stage": "b"}


def test_a_running_clock_is_not_sent_again_as_time_goes_by():
    last_sent = LastSent()
    last_sent.news({"clock": CLOCK}, NOW)
    assert last_sent.news({"clock": CLOCK}, NOW + timedelta(minutes=1)) == {}


def test_a_new_screen_gets_the_time_that_is_left_at_that_moment():
    last_sent = LastSent()
    last_sent.news({"clock": CLOCK}, NOW)
    later = NOW + timedelta(minutes=2)
    assert last_sent.all(later)["clock"]["remaining"] == 180_000


def test_a_changed_clock_is_sent():
    last_sent = LastSent()
    last_sent.news({"clock": CLOCK}, NOW)
    paused = CLOCK.pause(NOW + timedelta(minutes=1))
    sent = last_sent.news({"clock": paused}, NOW + timedelta(minutes=3))["clock"]
    assert (sent["remaining"], sent["is_running"], sent["is_paused"]) == (240_000, False, True)


def test_without_a_clock_no_time_is_left():
    assert clock_view(None, NOW).remaining == 0


def test_views_travel_as_plain_values():
    sent = LastSent().news({"me": MeView(number=3), "list": [MeView(number=4)]}, NOW)
    assert sent["me"]["number"] == 3
    assert sent["list"][0]["number"] == 4


def test_a_change_of_a_wall_names_the_mark_that_screens_hold_however_many_walls_there_were_since():
    last_sent, first, second = LastSent(), wall(1, 2, 3), wall(1, 2, 3, 4)
    (held,) = last_sent.news({"notes": first}, NOW)[TOLD]["notes"]
    for number in range(600):
        LastSent().news({"notes": wall(number)}, NOW)
    _, known, patch = last_sent.news({"notes": second}, NOW)[TOLD]["notes"]
    assert known == held
    assert [note["id"] for note in patch["put"]] == ["n4"]
