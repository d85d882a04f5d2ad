"""Reading the forms of the preparation pages, and making the cards those pages show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.form_values import read_number, read_text
from plekberaad_app.core.join_codes import display
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.evenings.proposal import Proposal
from plekberaad_app.features.evenings.views import AboutView, LiveSessionCard
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import ZONE, date_and_time, local_time

# What an <input type="datetime-local"> sends.
_FORMAT = "%Y-%m-%dT%H:%M"
_YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class NewPart:
    """A step that is about to be added."""

    kind: str
    title: str
    options: Mapping[str, Any] = field(default_factory=dict)


def moment_in(form: Any, field: str) -> datetime | None:
    """A date and time on the room's clock; None if it was left out.

    Raises BadInput('time_unreadable').
    """
    written = read_text(form, field).strip()
    if not written:
        return None
    try:
        local = datetime.strptime(written[:16], _FORMAT).replace(tzinfo=ZONE)
    except ValueError:
        raise BadInput("time_unreadable") from None
    if local.year not in _YEARS:
        raise BadInput("time_unreadable")
    return local.astimezone(UTC)


def about_in(form: Any) -> About:
    """What the form says an evening is about; raises BadInput('time_unreadable', 'bad_input')."""
    return About(
        title=read_text(form, "title"),
        place=read_text(form, "place"),
        question=read_text(form, "question"),
        starts_at=moment_in(form, "starts_at"),
        minutes_available=_minutes_in(form, "minutes_available"),
    )


def card_of(live_session: LiveSession) -> LiveSessionCard:
    """An evening on the list."""
    return LiveSessionCard(
        code=display(live_session.code),
        title=live_session.title,
        place=live_session.place,
        starts=date_and_time(live_session.starts_at) if live_session.starts_at else "",
        status=live_session.status.value,
    )


def about_of(live_session: LiveSession) -> AboutView:
    """What an evening is about, as its form shows it."""
    starts_at = live_session.starts_at
    return AboutView(
        title=live_session.title,
        place=live_session.place,
        question=live_session.question,
        starts_at=local_time(starts_at).strftime(_FORMAT) if starts_at else "",
        minutes_available=str(live_session.minutes_available or ""),
    )


def new_parts() -> dict[str, NewPart]:
    """What can be added: a step of each kind, and what their folders offer ready-made."""
    found = activities().items()
    plain = {kind: NewPart(kind, text(f"{kind}.title")) for kind, _ in found}
    ready = {
        preset.title: NewPart(kind, text(preset.title), preset.options)
        for kind, one in found
        for preset in one.presets
    }
    return plain | ready


def new_part(kind: str) -> NewPart:
    """What a new step of this kind begins with; an unknown kind is refused by the use case."""
    return new_parts().get(kind) or NewPart(kind, kind)


def told_proposal(proposal: Proposal | None) -> str:
    """What a fitting programme would be; '' without a proposal."""
    if proposal is None:
        return ""
    each = text("amount.minutes", n=proposal.round)
    rounds = text("preparing.proposal.rounds", n=proposal.rounds, each=each)
    pause = text("preparing.proposal.pause", n=proposal.pause) if proposal.pause else ""
    return " ".join(filter(None, (rounds, pause, text("preparing.proposal.names"))))


def edge_of(place: Any, steps: int) -> str:
    """Which sentence says that a step is already first or last; '' when it can move."""
    if not isinstance(place, int) or 0 <= place < steps:
        return ""
    return "preparing.done.is_first" if place < 0 else "preparing.done.is_last"


def step_titles(names: tuple[str, ...]) -> dict[str, str]:
    """The titles of new steps."""
    return {name: text(f"preparing.step.{name}") for name in names}


def _minutes_in(form: Any, field: str) -> int | None:
    written = read_text(form, field).strip()
    return read_number(written) if written else None
