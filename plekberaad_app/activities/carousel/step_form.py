"""The owner's eerstvolgende stap on the phone: what, with whom, when, or an honest 'not yet'."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.carousel.acts import LONGEST
from plekberaad_app.ui.fields import checked_form, field, kept_input, written
from plekberaad_app.ui.icons import icon
from plekberaad_app.ui.said import fact, said
from plekberaad_app.ui.unfolding import unfolding_form
from plekberaad_app.ui.words import words


def step_panel(screen: Any) -> rx.Component:
    """The form; once stored, what was stored, with the form folded below it."""
    recorded = screen.face.next_step
    shown = rx.cond(
        screen.face.next_step.is_none(), _form(screen, recorded), _stored(screen, recorded)
    )
    return rx.el.div(shown, custom_attrs={"data-card": "step"})


def _stored(screen: Any, recorded: Any) -> rx.Component:
    return rx.el.section(
        rx.el.h2(words("carousel.phone.recorded"), class_name="small muted"),
        rx.cond(
            recorded.not_yet,
            rx.el.p(words("carousel.phone.recorded_not_yet"), class_name="lead"),
            _answers(recorded),
        ),
        rx.el.p(icon("check"), words("phone.stored"), class_name="stored"),
        unfolding_form(
            rx.el.summary(icon("pencil"), words("carousel.phone.change"), class_name="small"),
            _form(screen, recorded),
        ),
        class_name="card stack-tight",
    )


def _answers(recorded: Any) -> rx.Component:
    return rx.fragment(
        said(recorded.what, class_name="lead"),
        *(
            rx.cond(recorded[name].to(str) != "", fact(sign, recorded[name].to(str)))
            for sign, name in (("users", "who"), ("calendar", "when"))
        ),
    )


def _form(screen: Any, recorded: Any) -> rx.Component:
    step_id, round_number = screen.stage.step_id, screen.stage.round
    needed, *more = LONGEST
    return checked_form(
        _answer(screen, recorded, needed),
        rx.el.div(*(_answer(screen, recorded, name) for name in more), class_name="step-more"),
        rx.el.div(
            rx.el.button(words("carousel.phone.record"), class_name="button button-main"),
            rx.el.button(
                words("carousel.phone.not_yet"),
                type="button",
                on_click=screen.act(step_id, round_number, "not_yet", {}),
                class_name="button",
            ),
            class_name="send-in-sight step-send",
        ),
        on_submit=lambda form: screen.act(
            step_id,
            round_number,
            "record_next_step",
            {name: written(form, name) for name in LONGEST},
        ),
        reset_on_submit=False,
        class_name="stack step-form",
    )


def _answer(screen: Any, recorded: Any, name: str) -> rx.Component:
    stored, most = rx.cond(recorded, recorded[name].to(str), ""), LONGEST[name]
    is_needed = name == "what"
    box = kept_input(
        name,
        f"step.{screen.stage.step_id}.{screen.stage.round}.{name}",
        initial=stored,
        settled=stored,
        required=is_needed,
        custom_attrs={"data-missing": words("carousel.phone.what_missing")},
        max_length=most,
    )
    help_text = None if is_needed else words("phone.optional")
    label = words(f"carousel.phone.{name}")
    return field(label, box, name=name, help_text=help_text, most=most)
