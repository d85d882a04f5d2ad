"""The code sheet, for on a wall or a table; and the same for any link that is handed on."""

from pathlib import Path

from plekberaad_app.core import join_codes
from plekberaad_app.features.handouts.facts import Facts
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.paper import Sheet
from plekberaad_app.ui.qr import qr_svg

# Pages that are handed on, and what each is called.
PAGES = {
    "scherm": "desk.links.projector",
    "meekijken": "desk.links.look_along",
    "verslag": "desk.links.report",
    "uitnodiging": "handouts.links.invitation",
}
SOURCE = Path(__file__).parent / "sheets" / "code.typ"


def code_sheet(facts: Facts, code: str, link: str, address: str) -> Sheet:
    """How a phone comes in: `link` is where the QR code leads, `address` what somebody types."""
    title, qr = text("handouts.code.title"), text("handouts.code.qr")
    return _sheet(facts, title, qr, link, address, join_codes.display(code))


def link_sheet(facts: Facts, page: str, link: str, address: str) -> Sheet:
    """A link to one of the PAGES; its `address` is the same without the protocol."""
    title = text(PAGES[page])
    return _sheet(facts, title, text("handouts.link.qr", page=title), link, address, code="")


def _sheet(facts: Facts, title: str, qr: str, link: str, address: str, code: str) -> Sheet:
    """Without a `code` the address leads all the way."""
    return Sheet(
        SOURCE,
        {
            "library": facts.library,
            "words": {
                "title": title,
                "scan": text("handouts.code.scan"),
                "type": text("handouts.code.type"),
                "code": text("handouts.code.code"),
                "qr": qr,
            },
            "about": facts.title,
            "code": code,
            "address": address,
            "qr": qr_svg(link, light=None, border=0).decode(),
        },
    )
