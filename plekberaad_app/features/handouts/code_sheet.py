"""The code sheet: how a phone comes in, for on a wall or a table."""

from pathlib import Path

from plekberaad_app.core import join_codes
from plekberaad_app.features.handouts.facts import Facts
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.paper import Sheet
from plekberaad_app.ui.qr import qr_svg

SOURCE = Path(__file__).parent / "sheets" / "code.typ"


def code_sheet(facts: Facts, code: str, link: str, address: str) -> Sheet:
    """`link` is where the QR code leads, `address` what somebody types."""
    return Sheet(
        SOURCE,
        {
            "library": facts.library,
            "words": {
                "title": text("handouts.code.title"),
                "scan": text("handouts.code.scan"),
                "type": text("handouts.code.type"),
                "code": text("handouts.code.code"),
                "qr": text("handouts.code.qr"),
            },
            "about": facts.title,
            "code": join_codes.display(code),
            "address": address,
            "qr": qr_svg(link, light=None, border=0).decode(),
        },
    )
