"""What stands on the screens of a closing."""

from typing import Any

from plekberaad_app.activities.contract.discovery import panels
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.tablet.screen import SCREEN
from tests.ui.reading import as_read


def drawn(name: Any, screen: Any) -> str:
    return as_read(panels(name)["closing"](screen))


def test_the_projector_turns_the_pages_of_the_first_steps_beside_the_way_to_take_them_home():
    read = drawn("projector", ProjectorState)
    assert "first-steps-0" in read
    assert text("projector.take_home.title") in read
    assert "/qr/" in read


def test_a_phone_says_what_one_will_do_or_else_whom_one_can_join():
    read = drawn("phone", PhoneState)
    assert read.index(text("closing.phone.my_step")) < read.index(text("closing.phone.join"))
    assert text("phone.closed.for_my_wish.one") in read
    assert text("phone.closed.keep") in read


def test_the_tablet_has_the_first_steps_to_read_aloud_or_says_that_there_are_none():
    read = drawn("tablet", SCREEN)
    assert text("closing.tablet.title") in read
    assert text("closing.tablet.none") in read
