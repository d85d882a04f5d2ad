"""Phone and projector say by the clock that runs when a break is over."""

from dataclasses import replace
from datetime import timedelta

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.core.clock import Clock
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.core.steering import pause
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.room.projections import phone, projector
from tests.reports import BEGIN, an_evening

BREAK = Step("break", "intermission", "Pauze")


def in_the_break() -> Evening:
    evening = an_evening(steps=(BREAK,), status=Status.RUNNING)
    clock = Clock(timedelta(minutes=29, seconds=40), BEGIN)
    return replace(
        evening, live_session=replace(evening.live_session, position=Position(0), clock=clock)
    )


def lines(evening: Evening) -> set[str]:
    now = BEGIN + timedelta(minutes=4)
    screens = (
        projector.shared(evening, projector.AUDIENCE, now),
        phone.shared(evening, Audience("phone"), now),
    )
    return {in_words(shown["stage"].line) for shown in screens}


def test_they_name_the_minute_in_which_the_clock_runs_out():
    assert lines(in_the_break()) == {"Pauze. We gaan verder om 20.15 uur."}


def test_they_name_none_while_the_clock_stands_still():
    evening = in_the_break()
    stopped = pause(evening.live_session, BEGIN + timedelta(minutes=2))
    assert lines(replace(evening, live_session=stopped)) == {"Pauze. Je hoeft nu niets te doen."}
