"""A link to pass on: to copy, to share if the browser can, to scan, and to print."""

from typing import Any

import reflex as rx

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.browser import browser_file


class HandOn(rx.Component):
    """A complete `link`, or else a `path` on the `address` that devices in the room can reach.

    `print` is the address of a sheet with this link, if there is one.
    """

    library = browser_file("hand_on.jsx")
    tag = "HandOn"

    title: rx.Var[str]
    link: rx.Var[str]
    address: rx.Var[str]
    path: rx.Var[str]
    qr: rx.Var[str]
    print: rx.Var[str]
    words: rx.Var[dict[str, Any]]


def hand_on_link(title: str, link: Any, qr: Any) -> rx.Component:
    """A complete link, with its QR code; one that works once, so it is on no paper."""
    return HandOn.create(title=title, link=link, qr=qr, words=_words())


def hand_on_page(title: str, page: str, code: Any, address: Any) -> rx.Component:
    """A page of the evening with this code: `page` is the first part of its path."""
    return HandOn.create(
        title=title,
        address=address,
        path=f"/{page}/{code}",
        qr=f"/qr/{page}/{code}.svg",
        print=f"/printen/{code}/link-{page}.pdf",
        words=_words(),
    )


def copy_words() -> dict[str, str]:
    """What is said where something is copied or shared."""
    return _said("copy", "copied", "share")


def _words() -> dict[str, str]:
    return {**copy_words(), **_said("scan", "qr", "print")}


def _said(*names: str) -> dict[str, str]:
    return {name: text(f"desk.hand_on.{name}") for name in names}
