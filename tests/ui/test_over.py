"""What is over says so: to who took part, to who comes too late, and to who prepared it."""

from plekberaad_app.features.programme.page import programme_page
from plekberaad_app.features.programme.state import ProgrammeState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.phone.going_home import going_home
from plekberaad_app.room.phone.state import PhoneState
from tests.ui.reading import as_read


def test_who_comes_too_late_is_not_thanked_for_what_they_never_wrote():
    drawn = as_read(going_home(PhoneState.me, PhoneState.home, PhoneState.room))
    for key in ("text", "here", "late", "late_why"):
        assert text(f"phone.closed.{key}") in drawn
    assert str(PhoneState.me.has_joined) in drawn


def test_the_programme_of_an_evening_that_is_over_is_read_only_and_says_why():
    drawn = as_read(programme_page())
    assert text("desk.programme.closed") in drawn
    gate = str(ProgrammeState.is_closed)
    # Once for why, and around all that changes something.
    assert drawn.count(gate) == 7
