"""A fold that never opens out of sight."""

from typing import Any

import reflex as rx

# The browser does it by itself: what unfolds under the edge of a scrolling view comes into it.
_INTO_VIEW = rx.Var(
    "({ currentTarget: fold }) => fold.open && fold.scrollIntoView({ block: 'nearest' })"
)


def unfolding(*children: Any, **props: Any) -> rx.Component:
    """A `details` whose contents are seen at once; the first child is its summary."""
    return rx.el.details(*children, custom_attrs={"onToggle": _INTO_VIEW}, **props)
