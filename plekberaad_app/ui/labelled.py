"""A label around its field: needs no id, so that a page can have many forms."""

from typing import Any

import reflex as rx


def labelled(label: Any, control: rx.Component) -> rx.Component:
    """The label above the control it belongs to."""
    return rx.el.label(rx.el.span(label, class_name="field-label"), control, class_name="field")


def line(label: Any, name: str, **props: Any) -> rx.Component:
    """One line of text; the browser does not suggest what others typed here before."""
    props = {"auto_complete": "off", "class_name": "input", **props}
    return labelled(label, rx.el.input(name=name, **props))


def naming(label: Any, about: Any) -> rx.Var[str]:
    """The accessible name of a button that is repeated: what it does, and to what."""
    return rx.Var.create(f"{label}: {about}").to(str)
