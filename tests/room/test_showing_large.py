"""One note that is shown large: seen by the tablet, and over by itself after a minute."""

from datetime import timedelta
from typing import Any

import pytest

from plekberaad_app.core.evening import LIT
from plekberaad_app.room import acts, projector_display
from plekberaad_app.room.projections import projector, tablet
from tests.rooms import Room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    opened = room_in_ideas()
    opened.act(opened.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    projector_display.put_in_light(
        opened.facilitator, opened.live_session_id, "idee-0001", opened.now
    )
    return opened


def on_the_projector(room: Room) -> str:
    return projector.shared(room.look(), projector.AUDIENCE, room.now)["screen"].spotlight.text


def on_the_tablet(room: Room) -> Any:
    return tablet.shared(room.look(), tablet.AUDIENCE, room.now)["controls"]


def test_the_tablet_says_which_note_is_shown_large(room):
    assert on_the_projector(room) == "Een bankje"
    assert on_the_tablet(room).spotlight == "idee-0001"
    assert on_the_tablet(room).spotlight_text == "Een bankje"


def test_one_tap_brings_the_wall_back(room):
    projector_display.put_in_light(room.facilitator, room.live_session_id, "", room.now)
    assert on_the_projector(room) == ""
    assert on_the_tablet(room).spotlight == ""


def test_after_a_minute_the_wall_comes_back_by_itself(room):
    """Nothing is stored then: every process, also one that starts anew, sees it by the time."""
    room.now += LIT - timedelta(seconds=1)
    assert on_the_projector(room) == "Een bankje"
    room.now += timedelta(seconds=1)
    assert on_the_projector(room) == ""
    assert on_the_tablet(room).spotlight_text == ""


def test_the_next_phase_brings_the_wall_back_and_so_does_showing_something_else(room):
    projector_display.show(room.facilitator, room.live_session_id, "tables")
    projector_display.show(room.facilitator, room.live_session_id, "stage")
    assert on_the_projector(room) == ""
    projector_display.put_in_light(room.facilitator, room.live_session_id, "idee-0001", room.now)
    room.steer("next")
    room.steer("back")
    assert on_the_projector(room) == ""


def test_a_note_that_is_hidden_meanwhile_is_not_said_to_be_shown(room):
    acts.hide(room.facilitator, room.live_session_id, "idee-0001", True)
    assert on_the_projector(room) == ""
    assert on_the_tablet(room).spotlight_text == ""
