"""What a participant's phone draws, and when: read from the components, without a browser."""

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.pages.phone import phone_page


def drawn() -> str:
    return str(phone_page().render())


def test_who_gave_no_name_reads_in_the_lobby_and_all_evening_what_the_room_calls_them():
    called = text("phone.nameless").split("{")[0]
    assert drawn().count(called) == 3  # with a table, without one, and at the foot


def test_the_idea_that_was_chosen_stands_above_the_first_step():
    shown = drawn()
    assert shown.index(text("phone.carousel.chosen")) < shown.index(text("phone.carousel.record"))
