"""What a participant's phone draws, and when: read from the components, without a browser."""

import re

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.phone.page import phone_page
from tests.ui.panels import on_a_phone
from tests.ui.reading import as_read


def drawn() -> str:
    """The page and, apart from it, the panels of the activities."""
    return as_read(phone_page(), on_a_phone())


def test_anyone_who_gave_no_name_reads_in_the_lobby_and_all_evening_what_the_room_calls_them():
    called = text("phone.nameless").split("{")[0]
    assert drawn().count(called) == 3  # with a table, without one, and at the foot


def test_the_idea_that_was_chosen_stands_above_the_first_step():
    shown = drawn()
    assert shown.index(text("carousel.phone.chosen")) < shown.index(text("carousel.phone.record"))


def test_a_wish_can_be_changed_in_a_form_that_holds_it():
    form = drawn().split(text("phone.challenge.change_label"))[1].split(text("phone.mine.save"))[0]
    assert "initial:" in form
    assert '"challenge"' in form


def test_a_form_comes_into_sight_when_it_opens_with_its_first_field_focused():
    # A wish, another wish, another idea, another first step.
    assert drawn().count("scrollIntoView()") == 4


def test_every_field_with_a_limit_tells_it_while_one_types():
    told = set(re.findall(r"'RoomLeft', 'props': \['fieldId:\"([\w-]+)\"", drawn()))
    assert told == {"name", "sentence", "other-sentence", "what", "who", "when"}


def test_what_one_goes_home_with_is_shown_in_the_closing_and_after_it():
    assert drawn().count(text("phone.closed.for_my_wish.one")) == 2
