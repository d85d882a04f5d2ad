"""What can be changed about one step: its name, its minutes, and what its activity lets you set."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.option_forms import OPTION_FIELDS
from plekberaad_app.components.at_the_tap import text_in
from plekberaad_app.components.fields import PostForm
from plekberaad_app.components.icons import icon
from plekberaad_app.components.labelled import line
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.pages.preparing.screens import PROGRAMME
from plekberaad_app.services import editing_programme
from plekberaad_app.services.stretching import LEAST_MINUTES, MOST_MINUTES


def step_forms(step: Any) -> rx.Component:
    """Folded away until it is needed; a step that has begun can no longer be set."""
    return rx.el.details(
        rx.el.summary(icon("pencil"), text("desk.step.change"), class_name="button"),
        rx.el.div(
            _one_line(
                step, "title", step.title, PROGRAMME.rename, max_length=editing_programme.MOST_TITLE
            ),
            rx.cond(
                step.is_done | step.is_now,
                rx.el.p(text("desk.step.begun"), class_name="say"),
                _settings(step),
            ),
            class_name="stack desk-settings",
        ),
    )


def _settings(step: Any) -> rx.Component:
    return rx.fragment(
        _one_line(
            step,
            "minutes",
            step.minutes,
            PROGRAMME.set_minutes,
            type="number",
            min=LEAST_MINUTES,
            max=MOST_MINUTES,
        ),
        rx.match(
            step.kind,
            *((kind, _options(step, fields)) for kind, fields in OPTION_FIELDS.items()),
            rx.fragment(),
        ),
        rx.cond(step.kind == "welcome", _image(step)),
        rx.el.button(
            icon("trash-2"),
            text("desk.step.remove"),
            type="button",
            on_click=PROGRAMME.remove_step(step.id),
            class_name="button button-warn",
        ),
    )


def _one_line(step: Any, name: str, value: Any, change: Any, **props: Any) -> rx.Component:
    return rx.el.form(
        # Reflex lifts the submit handler out of the loop: the step has to be a field.
        rx.el.input(type="hidden", name="step_id", value=step.id),
        line(text(f"desk.step.{name}"), name, default_value=value, required=True, **props),
        rx.el.button(text("desk.store"), type="submit", class_name="button"),
        on_submit=lambda form: change(text_in(form, "step_id"), text_in(form, name)),
        reset_on_submit=False,
        class_name="desk-line",
    )


def _options(step: Any, fields: Any) -> rx.Component:
    return rx.el.form(
        rx.el.input(type="hidden", name="step_id", value=step.id),
        fields(step.options),
        rx.el.button(text("desk.store"), type="submit", class_name="button"),
        on_submit=PROGRAMME.set_options,
        reset_on_submit=False,
        class_name="stack",
    )


def _image(step: Any) -> rx.Component:
    """A plain form: the server keeps the picture without what a camera wrote in it."""
    image = step.options.to(dict[str, Any])["image"].to(str)
    return PostForm.create(
        rx.cond(image != "", rx.el.img(src=f"/beeld/{image}", alt="", class_name="desk-image")),
        rx.el.input(type="hidden", name="step_id", value=step.id),
        line(text("desk.step.image"), "image", type="file", accept="image/*", required=True),
        rx.el.button(
            icon("image"), text("desk.step.image.send"), type="submit", class_name="button"
        ),
        action=f"/beeld?avond={PROGRAMME.router.page.params['code']}",
        method="post",
        custom_attrs={"encType": "multipart/form-data"},
        class_name="stack",
    )
