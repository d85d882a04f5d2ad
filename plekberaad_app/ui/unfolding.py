"""A fold that never opens out of sight."""

from typing import Any

import reflex as rx

# The browser does it by itself: what unfolds under the edge of a scrolling view comes into it.
_INTO_VIEW = rx.Var(
    "({ currentTarget: fold }) => fold.open && fold.scrollIntoView({ block: 'nearest' })"
)


# A form is scrolled into view from its first word, ready to be filled in.
_TO_ITS_FIELD = rx.Var(
    """({ currentTarget: fold }) => {
    if (!fold.open) return;
    fold.querySelector('.input').focus({ preventScroll: true });
    fold.scrollIntoView();
}"""
)


def unfolding(*children: Any, **props: Any) -> rx.Component:
    """A `details` whose contents are in view at once; the first child is its summary."""
    return rx.el.details(*children, custom_attrs={"onToggle": _INTO_VIEW}, **props)


def unfolding_form(*children: Any, group: str = "", **props: Any) -> rx.Component:
    """A `details` with a form in it: it scrolls to the top of the view, its first field focused.

    Of those in a `group` one is open at a time.
    """
    attributes = {"onToggle": _TO_ITS_FIELD, **({"name": group} if group else {})}
    return rx.el.details(*children, custom_attrs=attributes, **props)
