"""How the fields of a form of options look; `label` and `legend` are keys of texts in Dutch."""

from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.parsing import MAX_SECONDS
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.labelled import labelled, line

SECONDS_A_MINUTE = 60


def text_box(label: Any, name: str, rows: int, stands: Any) -> rx.Component:
    """A box of some lines; its label is in words already."""
    return labelled(
        label, rx.el.textarea(name=name, rows=rows, default_value=stands, class_name="input")
    )


def number_box(label: str, name: str, stands: Any, **limits: Any) -> rx.Component:
    """A box for a number; `limits` are properties of the element, such as `min`."""
    return line(text(label), name, type="number", default_value=stands, **limits)


def minutes_box(label: str, name: str, seconds: Any) -> rx.Component:
    """A box for a length: it holds seconds, and shows minutes."""
    most = MAX_SECONDS // SECONDS_A_MINUTE
    return number_box(label, name, seconds / SECONDS_A_MINUTE, min=0, max=most, step="any")


def tick_box(label: str, name: str, is_on: Any) -> rx.Component:
    """A box to tick."""
    box = rx.el.input(type="checkbox", name=name, default_checked=is_on)
    return rx.el.label(box, text(label), class_name="choice")


def choice_row(name: str, value: str, legend: str, is_chosen: Any, place: int = 0) -> rx.Component:
    """A row to tap, labelled `<legend>.<value>`; the stylesheet knows it by its `place`."""
    box = rx.el.input(
        type="radio",
        name=name,
        value=value,
        default_checked=is_chosen,
        custom_attrs={"data-place": place} if place else {},
    )
    return rx.el.label(box, text(f"{legend}.{value}"), class_name="choice")


def step_list(label: str, name: str, steps: Any, stands: Any) -> rx.Component:
    """A list of steps to choose one of, or all: that is labelled `<label>.all`."""
    return labelled(
        text(label),
        rx.el.select(
            rx.el.option(text(f"{label}.all"), value=""),
            rx.foreach(steps, lambda each: rx.el.option(each.title, key=each.id, value=each.id)),
            name=name,
            default_value=stands,
            class_name="input",
        ),
    )


def group(legend: str, *fields: rx.Component, **props: Any) -> rx.Component:
    """Fields that belong together, under one legend."""
    title = rx.el.legend(text(legend), class_name="field-label")
    return rx.el.fieldset(title, *fields, **props)
