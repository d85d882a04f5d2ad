"""A link to pass on: to copy, to share if the browser can, and to scan."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import browser_file


class HandOn(rx.Component):
    """A complete `link`, or else a `path` on the `address` that devices in the room can reach."""

    library = browser_file("hand_on.jsx")
    tag = "HandOn"

    title: rx.Var[str]
    link: rx.Var[str]
    address: rx.Var[str]
    path: rx.Var[str]
    qr: rx.Var[str]
    words: rx.Var[dict[str, Any]]


def hand_on_link(title: str, link: Any, qr: Any) -> rx.Component:
    """A complete link, with its QR code."""
    return HandOn.create(title=title, link=link, qr=qr, words=_words())


def hand_on_page(title: str, page: str, code: Any, address: Any) -> rx.Component:
    """A page of the evening with this code: `page` is the first part of its path."""
    return HandOn.create(
        title=title,
        address=address,
        path=f"/{page}/{code}",
        qr=f"/qr/{page}/{code}.svg",
        words=_words(),
    )


def _words() -> dict[str, str]:
    names = ("copy", "copied", "share", "scan", "qr")
    return {name: text(f"desk.hand_on.{name}") for name in names}
