"""A question that was not answered in its time stays in sight where the table works on."""

from typing import Any

import pytest
import reflex as rx

from plekberaad_app.activities.carousel.asked_panel import asked
from plekberaad_app.activities.carousel.views import TableView
from plekberaad_app.activities.contract.discovery import panels
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.tablet.state import TabletState
from tests.ui.reading import as_read


def on_a_phone() -> rx.Component:
    return panels("phone")["carousel"](PhoneState)


def on_the_tablet() -> rx.Component:
    screen: Any = TabletState
    return asked(screen.face.to(TableView), screen.stage, screen.act, screen.hide)


@pytest.mark.parametrize(
    ("draw", "topic"),
    [(on_a_phone, "phone.questions"), (on_the_tablet, "tablet.question")],
)
def test_a_question_says_whether_it_was_answered_and_its_button_what_it_does(draw, topic):
    drawn = as_read(draw())
    for word in ("open", "ticked", "tick", "untick"):
        assert text(f"{topic}.{word}") in drawn
