"""Describing an evening: what it is about, and when it is."""

from dataclasses import dataclass, replace
from datetime import datetime

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.plain_text import clean_line, optional_line
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator

MAX_TITLE = 80
MAX_PLACE = 80
MAX_QUESTION = 200
LEAST_EVENING, MAX_EVENING = 15, 720


@dataclass(frozen=True, slots=True)
class About:
    """What an evening is about and when it is; `minutes_available` is how long it may take."""

    title: str
    place: str = ""
    question: str = ""
    starts_at: datetime | None = None
    minutes_available: int | None = None

    def on(self, live_session: LiveSession) -> LiveSession:
        """The live session with this; place and question may be ''.

        Raises BadInput: text_empty, text_too_long, minutes_out_of_range (least, most).
        """
        return replace(
            live_session,
            title=clean_line(self.title, MAX_TITLE),
            place=optional_line(self.place, MAX_PLACE),
            question=optional_line(self.question, MAX_QUESTION),
            starts_at=self.starts_at,
            minutes_available=_evening_length(self.minutes_available),
        )


@audited()
def describe(facilitator: Facilitator, live_session_id: str, about: About) -> None:
    """Change what the evening is about and when it is; also afterwards, for the report.

    Raises the refusals of `About.on`, NotFound and NotAllowed.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.PROGRAMME)
        live_sessions.save(db, about.on(live_session))


def _evening_length(minutes: int | None) -> int | None:
    if minutes is not None and not LEAST_EVENING <= minutes <= MAX_EVENING:
        raise BadInput("minutes_out_of_range", least=LEAST_EVENING, most=MAX_EVENING)
    return minutes
