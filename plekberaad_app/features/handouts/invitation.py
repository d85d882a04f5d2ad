"""The invitation: a poster, and the same as a flyer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from plekberaad_app.features.handouts.facts import Facts
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.paper import Sheet, icon_svg
from plekberaad_app.ui.qr import qr_svg

SOURCE = Path(__file__).parent / "sheets" / "invitation.typ"


def poster(facts: Facts, link: str) -> Sheet:
    """For a wall, on A4."""
    return _invitation(facts, link, "a4")


def flyer(facts: Facts, link: str) -> Sheet:
    """For a hand, on A5."""
    return _invitation(facts, link, "a5")


def when(facts: Facts) -> str:
    """From when until when, as far as it is known; ''."""
    if facts.begins and facts.ends:
        return text("handouts.from_to", begins=facts.begins, ends=facts.ends)
    return text("handouts.from", begins=facts.begins) if facts.begins else ""


def asked(facts: Facts) -> str:
    """The question of the evening, or one about its place."""
    if facts.question:
        return facts.question
    if facts.place:
        return text("handouts.question.of_place", place=facts.place)
    return text("handouts.question.of_all")


def _invitation(facts: Facts, link: str, size: str) -> Sheet:
    return Sheet(
        SOURCE,
        {
            "format": size,
            "library": facts.library,
            "words": _words(facts),
            "facts": list(_facts(facts)),
            "qr": qr_svg(link, light=None, border=0).decode(),
        },
    )


def _words(facts: Facts) -> dict[str, str]:
    return {
        "title": facts.title or text("handouts.untitled"),
        "eyebrow": text("handouts.poster.eyebrow"),
        "about": text("handouts.poster.about", place=facts.place) if facts.place else "",
        "asks": text("handouts.poster.asks"),
        "question": asked(facts),
        "everybody": text("handouts.poster.everybody"),
        "scan": text("handouts.poster.scan"),
        "qr": text("handouts.poster.qr"),
    }


def _facts(facts: Facts) -> Iterator[dict[str, Any]]:
    yield _fact("calendar", facts.day or text("handouts.poster.ask_when"), large=True)
    if facts.begins:
        yield _fact("clock", when(facts), large=True)
    if facts.where:
        yield _fact("map-pin", facts.where)
    if facts.how:
        yield _fact("hand", facts.how)


def _fact(icon: str, says: str, *, large: bool = False) -> dict[str, Any]:
    return {"icon": icon_svg(icon, "sun"), "says": says, "large": large}
