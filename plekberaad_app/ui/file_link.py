"""A link to a file, which the browser itself has to fetch."""

from typing import Any

import reflex as rx

from plekberaad_app.ui.icons import icon


def file_link(href: Any, label: Any, class_name: str = "button") -> rx.Component:
    """The page's router takes every link of ours to be a page, unless told to leave it alone."""
    return rx.el.a(
        icon("download"),
        label,
        href=href,
        download=True,
        class_name=class_name,
        custom_attrs={"reloadDocument": True},
    )
