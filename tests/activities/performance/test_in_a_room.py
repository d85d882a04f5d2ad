"""While somebody performs no screen counts down, and nobody is told that it is late."""

from dataclasses import replace
from datetime import timedelta

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.core.clock import Clock
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.room.projections import phone, projector, tablet
from tests.reports import BEGIN, an_evening

CLOSING = Step("closing", "closing", "Slot")
SCREENS = {
    "phone": lambda evening, now: phone.shared(evening, Audience("phone"), now),
    "projector": lambda evening, now: projector.shared(evening, projector.AUDIENCE, now),
    "tablet": lambda evening, now: tablet.shared(evening, tablet.AUDIENCE, now),
}


def on_stage(**options: object) -> Evening:
    evening = an_evening(
        steps=(Step("art", "performance", "Kunst", options), CLOSING), status=Status.RUNNING
    )
    clock = Clock(timedelta(minutes=10), BEGIN)
    return replace(
        evening, live_session=replace(evening.live_session, position=Position(0), clock=clock)
    )


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_is_sent_a_clock_unless_one_is_wanted(screen: str):
    assert SCREENS[screen](on_stage(), BEGIN)["clock"] is None
    assert SCREENS[screen](on_stage(has_clock=True), BEGIN)["clock"] is not None


def test_the_tablet_tells_when_the_evening_ends_and_knows_that_no_clock_runs():
    controls = tablet.shared(on_stage(), tablet.AUDIENCE, BEGIN + timedelta(minutes=30))["controls"]
    assert not controls.has_clock
    assert controls.expected_end
    assert controls.next_label == "Applaus"
    assert tablet.shared(on_stage(has_clock=True), tablet.AUDIENCE, BEGIN)["controls"].has_clock
