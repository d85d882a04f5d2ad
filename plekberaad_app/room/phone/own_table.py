"""What somebody says for their own table, below everything else: it is ready, it needs help."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.telling import Told, told
from plekberaad_app.ui.words import words


def ready_button(screen: Any) -> rx.Component:
    """That the table is ready; only while there is something to finish."""
    table = screen.at_table
    label = rx.cond(table.is_ready, words("phone.table.ready"), words("phone.table.be_ready"))
    return rx.cond(
        table.stop != "",
        rx.el.button(
            icon("circle-check"),
            rx.el.span(label),
            type="button",
            aria_pressed=rx.cond(table.is_ready, "true", "false"),
            on_click=screen.be_ready(table.stop, ~table.is_ready),
            class_name="button table-ready",
        ),
    )


def help_button(screen: Any) -> rx.Component:
    """To call somebody; afterwards it says whether somebody is coming, and takes the call back."""
    call = screen.at_table.call
    return rx.fragment(
        rx.el.p(
            rx.cond(
                call == "coming",
                rx.fragment(icon("footprints"), words("phone.help.coming")),
                rx.cond(call != "", rx.fragment(icon("hand"), words("phone.help.asked"))),
            ),
            class_name="table-help-told icon-line",
        ),
        rx.el.button(
            icon("hand"),
            rx.el.span(rx.cond(call != "", words("phone.help.no_more"), words("phone.help.ask"))),
            type="button",
            on_click=screen.call_for_help(call == ""),
            class_name="button button-quiet table-help",
        ),
    )


def help_told(screen: Any) -> Told:
    """The same for screen readers: that the facilitator knows, that somebody is coming."""
    call = screen.at_table.call
    is_coming = call == "coming"
    return told(call, rx.cond(is_coming, words("phone.help.coming"), words("phone.help.asked")))


def own_table(screen: Any) -> rx.Component:
    """Both, for somebody who sits at a table."""
    return rx.cond(
        screen.me.sits_at > 0,
        rx.el.div(ready_button(screen), help_button(screen), class_name="own-table"),
    )
