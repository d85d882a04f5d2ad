"""Reading what somebody fills in about an evening, and filling it in again."""

from datetime import UTC, datetime
from typing import Any

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.form_values import read_number, read_text
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.evenings.views import AboutView
from plekberaad_app.platform.i18n.dates import ZONE, local_time

# What an <input type="datetime-local"> sends.
_FORMAT = "%Y-%m-%dT%H:%M"
_YEARS = range(2000, 2200)


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


def _minutes_in(form: Any, field: str) -> int | None:
    written = read_text(form, field).strip()
    return read_number(written) if written else None
