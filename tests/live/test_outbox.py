"""Only what changed is sent, and the clock is sent as the time that is left."""

from datetime import UTC, datetime, timedelta

from plekberaad_app.domain.clock import Clock
from plekberaad_app.live.outbox import Outbox, clock_view
from plekberaad_app.live.views import MeView

NOW = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
CLOCK = Clock(length=timedelta(minutes=5), started_at=NOW)


def test_what_was_sent_before_is_not_sent_again():
    outbox = Outbox()
    outbox.news({"me": MeView(number=1), "stage": "a"}, NOW)
    assert outbox.news({"me": MeView(number=1), "stage": "b"}, NOW) == {"stage": "b"}


def test_a_running_clock_is_not_sent_again_as_time_goes_by():
    outbox = Outbox()
    outbox.news({"clock": CLOCK}, NOW)
    assert outbox.news({"clock": CLOCK}, NOW + timedelta(minutes=1)) == {}


def test_a_new_screen_gets_the_time_that_is_left_at_that_moment():
    outbox = Outbox()
    outbox.news({"clock": CLOCK}, NOW)
    later = NOW + timedelta(minutes=2)
    assert outbox.all(later)["clock"]["remaining"] == 180_000


def test_a_changed_clock_is_sent():
    outbox = Outbox()
    outbox.news({"clock": CLOCK}, NOW)
    paused = CLOCK.pause(NOW + timedelta(minutes=1))
    sent = outbox.news({"clock": paused}, NOW + timedelta(minutes=3))["clock"]
    assert (sent["remaining"], sent["is_running"], sent["is_paused"]) == (240_000, False, True)


def test_without_a_clock_no_time_is_left():
    assert clock_view(None, NOW).remaining == 0


def test_views_travel_as_plain_values():
    sent = Outbox().news({"me": MeView(number=3), "list": [MeView(number=4)]}, NOW)
    assert sent["me"]["number"] == 3
    assert sent["list"][0]["number"] == 4
