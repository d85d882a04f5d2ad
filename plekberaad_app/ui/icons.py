"""Icons (Lucide) from one sprite; always with words, never instead of them."""

import re
from pathlib import Path

import reflex as rx

_SPRITE = Path(__file__).parents[2] / "assets" / "icons.svg"
ICONS = frozenset(re.findall(r'<symbol id="([a-z0-9-]+)"', _SPRITE.read_text(encoding="utf-8")))


class UnknownIcon(KeyError):
    """The sprite has no icon of this name."""


def icon_named(name: rx.Var[str]) -> rx.Component:
    """The icon that a var names; whoever fills the var makes sure that the sprite has it."""
    return _drawn(rx.Var.create(f"/icons.svg#{name}"))


def icon(name: str, class_name: str = "") -> rx.Component:
    """An icon in the colour and size of the text around it; raises UnknownIcon."""
    if name not in ICONS:
        raise UnknownIcon(name)
    return _drawn(f"/icons.svg#{name}", class_name)


def _drawn(href: rx.Var[str] | str, class_name: str = "") -> rx.Component:
    return rx.el.svg(
        rx.el.svg.use(href=href),
        class_name=f"icon {class_name}".strip(),
        aria_hidden="true",
    )
