"""What can be added to a programme."""

import reflex as rx

from plekberaad_app.features.programme.forms import titles_of_kinds
from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.at_the_tap import fresh_id
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.told import told


def adding() -> rx.Component:
    """A button for each kind of step."""
    return rx.el.section(
        # Between the new step, which stands last, and the buttons.
        rx.cond(PROGRAMME.answers == "add", told(PROGRAMME.notice)),
        rx.el.h2(text("desk.programme.add"), class_name="lead"),
        rx.el.div(
            *(
                rx.el.button(
                    icon("plus"),
                    title,
                    type="button",
                    on_click=PROGRAMME.add_step(kind, fresh_id()),
                    class_name="button",
                )
                for kind, title in titles_of_kinds().items()
            ),
            class_name="row",
        ),
        class_name="well stack",
    )
