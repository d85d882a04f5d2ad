"""Form fields: label above, help below it, the error under the box; what is typed is kept."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.room_left import room_left


class PostForm(BaseHTML):
    """A plain HTML form: the browser sends it, so it works before the page's code has started."""

    tag = "form"

    action: rx.Var[str]
    method: rx.Var[str]
    no_validate: rx.Var[bool]

    @classmethod
    def create(cls, *children: Any, **props: Any) -> rx.Component:
        """A form whose errors are worded by us (overlay.form_sentences)."""
        return super().create(*children, no_validate=True, **props)


def checked_form(*children: Any, **props: Any) -> rx.Component:
    """A form that sends an event; what is missing is worded by us (overlay.form_sentences)."""
    return rx.el.form(*children, no_validate=True, **props)


class KeptField(rx.Component):
    """A field that keeps its text in the browser, under `keep_as`, until it is stored.

    That is when `settled` changes, or when its form empties (sent_once.SentOnce).
    """

    library = browser_file("kept_field.jsx")
    tag = "KeptField"

    multiline: rx.Var[bool]
    keep_as: rx.Var[str]
    initial: rx.Var[str]
    settled: rx.Var[str]
    # Not `id`: with an id the framework attaches its own ref to the field, instead of ours.
    field_id: rx.Var[str]
    name: rx.Var[str]
    rows: rx.Var[int]
    max_length: rx.Var[int]
    required: rx.Var[bool]
    auto_complete: rx.Var[str]


def kept_input(name: str, keep_as: rx.Var[str] | str, **props: Any) -> rx.Component:
    """One line; `initial` is the stored text, `settled` changes once the form is stored."""
    return _kept(name, keep_as, {"multiline": False, **props})


def kept_textarea(name: str, keep_as: rx.Var[str] | str, **props: Any) -> rx.Component:
    """As `kept_input`, for more lines."""
    return _kept(name, keep_as, {"multiline": True, "rows": 3, **props})


def _kept(name: str, keep_as: rx.Var[str] | str, props: dict[str, Any]) -> rx.Component:
    own = {"field_id": name, "name": name, "keep_as": keep_as, "auto_complete": "off"}
    return KeptField.create(**own | props)


def field(
    label: Any,
    control: rx.Component,
    *,
    name: str,
    help_text: Any = None,
    error: Any = None,
    most: int = 0,
) -> rx.Component:
    """A field; `control` must have the id `name`. An error is announced.

    With `most` characters, it says so when only a few more fit.
    """
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="field-label"),
        rx.el.p(help_text, class_name="field-help") if help_text is not None else rx.fragment(),
        control,
        room_left(name, most) if most else rx.fragment(),
        rx.el.p(error, class_name="field-error", role="alert")
        if error is not None
        else rx.fragment(),
        class_name="field",
    )


def choice(name: str, value: str, label: Any) -> rx.Component:
    """One answer to a question: a whole row to tap."""
    return rx.el.label(
        rx.el.input(type="radio", name=name, value=value, required=True),
        rx.el.span(label),
        class_name="choice",
    )


def question(legend: Any, name: str, answers: list[tuple[str, Any]]) -> rx.Component:
    """A question with one answer; none is selected beforehand."""
    return rx.el.fieldset(
        rx.el.legend(legend, class_name="field-label"),
        *[choice(name, value, label) for value, label in answers],
        class_name="question",
    )


def written(form: rx.Var[Any], name: str) -> rx.Var[str]:
    """What was typed in the field `name` of a submitted form."""
    return form.to(dict[str, Any])[name].to(str)
