"""What a poster leads to: the evening, for anybody who has its code."""

from dataclasses import dataclass, field
from datetime import datetime

import reflex as rx

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.handouts.facts import Additions, facts_of
from plekberaad_app.features.handouts.handouts import announced
from plekberaad_app.platform.i18n.dates import local_time, long_date
from plekberaad_app.platform.i18n.languages import LANGUAGES
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.identity import allows, route_code
from plekberaad_app.room.running import find_patiently


@dataclass(frozen=True)
class InvitationView:
    """`status` is 'before', 'today', 'over' or 'unknown'; '' until it is known.

    `dates` has the date in each language. What nobody has said is ''.
    """

    status: str = ""
    code: str = ""
    title: str = ""
    place: str = ""
    question: str = ""
    library: str = ""
    dates: dict[str, str] = field(default_factory=dict)
    begins: str = ""
    ends: str = ""


class InvitationState(rx.State):
    """The evening in the page's address."""

    view: InvitationView = InvitationView()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show the evening to whoever has its code."""
        self.reset()
        code = route_code(self)
        found = await find_patiently(self, code, _invitation, code)
        self.view = InvitationView(status="unknown") if found.is_refused else found.value


def _invitation(code: str) -> InvitationView:
    occasion = announced(code)
    live_session, facts = occasion.live_session, facts_of(occasion, Additions())
    begins = live_session.starts_at
    return InvitationView(
        status=_status(live_session, now()),
        code=live_session.code,
        title=facts.title,
        place=facts.place,
        question=facts.question,
        library=facts.library,
        dates={lang: long_date(begins, lang) if begins else "" for lang in LANGUAGES},
        begins=facts.begins,
        ends=facts.ends,
    )


def _status(live_session: LiveSession, moment: datetime) -> str:
    """Nobody comes in days ahead: somebody who scans a poster is not in the room yet."""
    if not live_session.is_open:
        return "over"
    begins = live_session.starts_at
    if live_session.status is Status.RUNNING or begins is None:
        return "today"
    return "today" if local_time(moment).date() >= local_time(begins).date() else "before"
