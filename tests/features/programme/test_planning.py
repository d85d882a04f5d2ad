"""Whether a programme fits the time there is."""

from datetime import timedelta

import pytest

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.evenings import description
from plekberaad_app.features.evenings.description import About
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.projections.planning import fits_evening
from plekberaad_app.room.views.tablet import FitView
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


def test_a_programme_fits_to_the_minute():
    room = open_room()
    timeline = timeline_of(room.look().steps)
    minutes = timeline.length_from(timeline.first()) // timedelta(minutes=1)
    assert fits_evening(room.look()) == FitView()
    for left, sentence in (
        (0, text("live.plan.evening_full")),
        (1, text("live.plan.evening_left", n=1)),
        (70, text("live.plan.evening_left", n=70)),
        (-1, text("live.plan.evening_long", n=1)),
        (-2, text("live.plan.evening_long", n=2)),
    ):
        say_how_long(room, minutes + left)
        assert fits_evening(room.look()) == FitView(sentence, is_good=left >= 0)


@pytest.mark.parametrize("minutes", [14, 721, -5])
def test_an_evening_takes_between_a_quarter_of_an_hour_and_twelve_hours(minutes):
    room = open_room()
    with pytest.raises(BadInput, match="minutes_out_of_range"):
        say_how_long(room, minutes)
    assert room.live_session.minutes_available is None


def say_how_long(room: Room, minutes: int) -> None:
    about = About(room.live_session.title, minutes_available=minutes)
    description.describe(room.facilitator, room.live_session_id, about)
