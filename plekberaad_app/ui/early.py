"""What runs before everything else, in every browser that runs anything at all."""

import reflex as rx

from plekberaad_app.platform.frontend import TOO_OLD
from plekberaad_app.platform.settings import ROOT

_FILE = ROOT / "assets" / "browser" / "early.js"


def early_head() -> list[rx.Component]:
    """What comes first in the head of every page; for `rx.App(head_components=...)`.

    It is inline: a separate file would hold up everything after it.
    """
    return [
        rx.el.script(_without_comments(_FILE.read_text("utf-8"))),
        rx.el.noscript(rx.el.meta(http_equiv="refresh", content=f"0;url={TOO_OLD}")),
    ]


def _without_comments(code: str) -> str:
    lines = (line.strip() for line in code.splitlines())
    return "\n".join(line for line in lines if not line.startswith(("//", "/*")))
