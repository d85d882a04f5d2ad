"""What takes something away is one fold away, and says what goes before it can be tapped."""

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.guarded import guarded, yes_button


def drawn() -> str:
    yes = yes_button("Ja, haal weg", rx.console_log("away"))
    return str(guarded("Haal weg", "De foto verdwijnt.", yes).render())


def test_the_first_tap_only_unfolds_the_question():
    summary, _, question = drawn().partition("De foto verdwijnt.")
    assert "summary" in summary
    assert "Haal weg" in summary
    assert "away" not in summary
    assert "away" in question


def test_what_goes_is_said_before_the_button_that_does_it():
    said = drawn()
    assert said.index("Haal weg") < said.index("De foto verdwijnt.") < said.index("Ja, haal weg")


def test_anyone_who_does_not_want_it_after_all_has_a_button_beside_it_that_only_folds():
    said = drawn()
    assert said.index("Ja, haal weg") < said.index(text("desk.no"))
    assert "fold.open = false" in said


def test_the_button_that_does_it_stores_no_form_it_stands_in():
    assert 'type:"button"' in drawn().replace(" ", "")
