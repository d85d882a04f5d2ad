"""A carousel that has to fit: with less time for ideas, with fewer rounds, or in two parts."""

from collections.abc import Mapping
from math import ceil
from typing import Any

from plekberaad_app.activities.carousel.options import PHASES, CarouselOptions
from plekberaad_app.activities.contract.activity import Shorter
from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import text

LEAST_IDEAS = 180
"""In fewer seconds a table has hardly begun."""
_MINUTE = 60


def shorter(options: CarouselOptions, seconds: int) -> Shorter | None:
    """How it takes so much less time; None where it cannot."""
    each = ceil(seconds / options.rounds / _MINUTE) * _MINUTE
    ideas = (options.ideas - each) // _MINUTE * _MINUTE
    if ideas >= LEAST_IDEAS:
        minutes = text("amount.minutes", n=ideas // _MINUTE)
        values = {"n": options.rounds, "minutes": minutes}
        return Shorter({"ideas": ideas}, Say("carousel.advice.ideas", values))
    rounds = options.rounds - ceil(seconds / _round(options))
    if rounds < 1:
        return None
    return Shorter({"rounds": rounds}, Say("carousel.advice.rounds", {"n": rounds}))


def halves(options: CarouselOptions) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
    """The rounds in two parts, the first of which has one more if they are odd."""
    later = options.rounds // 2
    if not later:
        return None
    return {"rounds": options.rounds - later}, {"rounds": later}


def _round(options: CarouselOptions) -> int:
    return sum(getattr(options, phase) for phase in PHASES)
