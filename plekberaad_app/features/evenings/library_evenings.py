"""The evenings of a library, from the first programme until they are deleted."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.templates import DEFAULT, chosen
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts, live_sessions, programmes
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.permissions import (
    Facilitator,
    is_in_reach,
    require_facilitator,
    require_right,
)
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.join_code import free_code


@audited("template")
def create(
    facilitator: Facilitator,
    about: About,
    now: datetime,
    *,
    template: str = DEFAULT,
    live_session_id: str = "",
) -> LiveSession:
    """A new evening that begins with this template; without a length it gets the usual one.

    `live_session_id` was made in the browser: if it is sent again, the evening that was created
    then is returned. Raises NotFound('template_unknown'), the refusals of `About.on`, BadInput
    ('template_minutes') for what the template cannot fill, and NotAllowed.
    """
    begins = chosen(facilitator, template, about.minutes_available, about.question)
    about = replace(about, minutes_available=begins.minutes)
    return _created(facilitator, about, begins.steps, now, live_session_id)


@audited()
def create_with(
    facilitator: Facilitator,
    about: About,
    programme: tuple[Step, ...],
    now: datetime,
    *,
    live_session_id: str = "",
) -> LiveSession:
    """As `create`, with these steps."""
    return _created(facilitator, about, programme, now, live_session_id)


def list_for(facilitator: Facilitator) -> list[LiveSession]:
    """The live sessions this facilitator may steer, newest first."""
    require_right(facilitator, Action.READ, Resource.EVENING)
    with reading() as db:
        every = live_sessions.of_library(db, facilitator.library_id)
    return [live_session for live_session in every if is_in_reach(facilitator, live_session)]


@audited()
def delete(facilitator: Facilitator, live_session_id: str) -> None:
    """Delete an evening with everything in it; raises NotAllowed, also while it is running."""
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        require_facilitator(facilitator, live_session, Action.REMOVE, Resource.EVENING)
        if live_session.status is Status.RUNNING:
            raise NotAllowed("evening_running")
        accounts.drop_logins_of(db, live_session_id)
        live_sessions.remove(db, live_session_id)


def _created(
    facilitator: Facilitator,
    about: About,
    programme: tuple[Step, ...],
    now: datetime,
    live_session_id: str,
) -> LiveSession:
    require_right(facilitator, Action.ADD, Resource.EVENING)
    bare = LiveSession(
        live_session_id or new_id(), code="", library_id=facilitator.library_id, title=""
    )
    live_session = about.on(bare)
    with transaction() as db:
        if made := live_sessions.find(db, live_session.id):
            require_facilitator(facilitator, made, Action.ADD, Resource.EVENING)
            return made
        live_session = replace(live_session, code=free_code(db))
        live_sessions.add(db, live_session, now)
        programmes.replace_steps(db, live_session.id, programme)
    return live_session
