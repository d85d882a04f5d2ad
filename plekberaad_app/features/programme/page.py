"""`/voorbereiden/<code>`: the programme of an evening, with times that add up."""

import reflex as rx

from plekberaad_app.features.discovery import parts
from plekberaad_app.features.programme.about_form import about_form
from plekberaad_app.features.programme.adding import adding
from plekberaad_app.features.programme.overview import overview
from plekberaad_app.features.programme.screens import PROGRAMME
from plekberaad_app.features.programme.step_row import step_row
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import Styles, with_styles
from plekberaad_app.ui.cards import empty_state
from plekberaad_app.ui.desk import desk_shell
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.projector_link import projector_link
from plekberaad_app.ui.refusal import refusal
from plekberaad_app.ui.reorder import Reorder
from plekberaad_app.ui.told import told

_IMAGE_REFUSALS = ("image_unreadable", "image_too_large", "step_begun", "other")


def programme_page() -> rx.Component:
    """The steps, their times, and what can be added."""
    return desk_shell(
        Styles.beside(programme_page),
        rx.el.div(
            rx.el.h1(text("desk.programme.title"), class_name="title"),
            rx.el.p(PROGRAMME.about.title, class_name="lead"),
        ),
        rx.cond(PROGRAMME.about.title != "", _programme(), rx.el.p(text("desk.waiting"))),
        top=_ways(),
    )


def _programme() -> rx.Component:
    return rx.fragment(
        rx.cond(PROGRAMME.is_closed, _closed(), about_form()),
        overview(),
        refusal({code: text(f"desk.refusal.{code}") for code in _IMAGE_REFUSALS}),
        rx.cond(PROGRAMME.answers == "", told(PROGRAMME.notice)),
        rx.cond(
            PROGRAMME.steps.length() > 0,
            Reorder.create(
                rx.foreach(PROGRAMME.steps, step_row),
                answered=PROGRAMME.notice.number,
                on_place=PROGRAMME.move_step,
                class_name="desk-steps",
            ),
            empty_state(text("desk.programme.empty")),
        ),
        rx.cond(PROGRAMME.is_closed, rx.fragment(), adding()),
        *(with_styles(draw)() for draw in parts("evening")),
    )


def _closed() -> rx.Component:
    """Why nothing can be changed, and where to read the report."""
    code = PROGRAMME.router.page.params["code"]
    return rx.el.div(
        rx.el.p(text("desk.programme.closed"), class_name="say"),
        rx.el.a(
            icon("file-text"), text("desk.to_report"), href=f"/verslag/{code}", class_name="button"
        ),
        class_name="stack",
    )


def _ways() -> rx.Component:
    """The other pages of this evening."""
    code = PROGRAMME.router.page.params["code"]
    return rx.fragment(
        rx.el.a(
            icon("tablet"), text("desk.to_tablet"), href=f"/begeleid/{code}", class_name="button"
        ),
        rx.el.a(
            icon("printer"), text("desk.to_handouts"), href=f"/printen/{code}", class_name="button"
        ),
        projector_link(code, "button"),
    )
