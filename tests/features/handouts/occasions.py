"""Evenings to hand something out for: one of which all is known, and one of which nothing is."""

from datetime import UTC, datetime

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.features.handouts.facts import Additions, Facts, facts_of
from plekberaad_app.features.handouts.handouts import Occasion
from tests.casting import CODE

BEGINS = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LINK = f"https://plekberaad.example/m/{CODE}"
ADDRESS = "plekberaad.example"
PROGRAMME = (
    Step("a", "welcome", "Welkom", {"length": 600}),
    Step("b", "carousel", "Ideeën voor het plein", {"rounds": 2}),
    Step("c", "voting", "Stemmen", {"source": "marked"}),
)


def known() -> Occasion:
    """An evening of which everything was filled in."""
    live_session = LiveSession(
        "evening",
        CODE,
        "De Linde",
        "De Vogelbuurt",
        place="het Vogelplein",
        question="Hoe wordt het plein een plek waar iedereen graag komt?",
        starts_at=BEGINS,
    )
    return Occasion(live_session, PROGRAMME, "Bibliotheek De Linde")


def unknown() -> Occasion:
    """An evening with a code and nothing else."""
    return Occasion(LiveSession("evening", CODE, "De Linde", ""), (), "")


def facts(occasion: Occasion, where: str = "", how: str = "") -> Facts:
    """What is said of it on paper."""
    return facts_of(occasion, Additions.read(where, how)).on_paper()
