"""The closing on the projector: the thanks and the first steps, without a tap."""

from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.activities.welcome import ACTIVITY
from plekberaad_app.activities.welcome.projector_panel import projector_panel
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.projector.state import ProjectorState
from tests.ui.reading import as_read


def test_at_the_closing_the_projector_turns_the_pages_of_the_first_steps_below_the_thanks():
    screen = Screen(ProjectorState, ACTIVITY.rules.views, "projector")
    drawn = as_read(projector_panel(screen))
    assert '"closing"' in drawn
    assert "first-steps-0" in drawn
    assert text("projector.closed.title") in drawn
