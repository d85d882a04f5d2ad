"""What an artist sees: the programme, and when it is their turn."""

from datetime import datetime

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.titles import own_and_ours
from plekberaad_app.core.evening import Evening
from plekberaad_app.live.projections import Values
from plekberaad_app.room.projections.common import face, room, stage
from plekberaad_app.room.projections.controls import programme
from plekberaad_app.room.views.artist import ArtistStepCard, ArtistView
from plekberaad_app.room.views.tablet import StepCard


def _where_we_are(evening: Evening, _audience: Audience, now: datetime) -> Values:
    shown = face(evening, Audience("projector"), now)
    return {
        "room": room(evening, now),
        "stage": stage(evening, shown, now),
        "clock": evening.live_session.clock,
    }


def passing(evening: Evening, audience: Audience, now: datetime) -> Values:
    """The programme: during a pause everything to come is later."""
    cards = programme(evening, now)
    own = next((at for at, card in enumerate(cards) if card.id == audience.step_id), None)
    here = next((at for at, card in enumerate(cards) if card.is_now), -1)
    return {
        "artist": ArtistView(
            steps=[_card(card, is_own=at == own) for at, card in enumerate(cards)],
            turn=_turn(cards, own, here),
            starts_at=cards[own].starts_at if own is not None else "",
            steps_before=max(own - here - 1, 0) if own is not None else 0,
        )
    }


PARTS = (_where_we_are, passing)


def _turn(cards: list[StepCard], own: int | None, here: int) -> str:
    if own is None:
        return ""
    if cards[own].is_now or cards[own].is_done:
        return "now" if cards[own].is_now else "done"
    return "next" if own == here + 1 and here >= 0 else "later"


def _card(card: StepCard, *, is_own: bool) -> ArtistStepCard:
    title, titled = own_and_ours(card.title)
    return ArtistStepCard(
        id=card.id,
        title=title,
        titled=titled,
        starts_at=card.starts_at,
        is_now=card.is_now,
        is_done=card.is_done,
        is_own=is_own,
    )
