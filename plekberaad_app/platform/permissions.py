"""Who is asking, and what they may do: every use case begins with one of these checks."""

from dataclasses import dataclass

from plekberaad_app.core import join_codes
from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.people import Person
from plekberaad_app.core.rights import HELPERS, Action, Resource, Role, may
from plekberaad_app.platform.database import live_sessions, people
from plekberaad_app.platform.database.engine import Reader, reading
from plekberaad_app.platform.refusals import asks_as


@dataclass(frozen=True, slots=True)
class Facilitator:
    """A facilitator as they act: logged in or, with `live_session_id`, limited to that live
    session."""

    name: str
    library_id: str
    id: str = ""
    live_session_id: str = ""

    @property
    def role(self) -> Role:
        """The role in which they act."""
        return Role.STAND_IN if self.live_session_id else Role.FACILITATOR


@dataclass(frozen=True, slots=True)
class Visitor:
    """A phone in a room: which room, and the secret key that says whose phone it is."""

    live_session_id: str
    key: str


@dataclass(frozen=True, slots=True)
class Helper:
    """Whoever holds a link of their own for one evening, as they act in it.

    A table host has a `table`; `step_id` is what an artist does, or ''.
    """

    id: str
    live_session_id: str
    role: Role
    name: str = ""
    table: int | None = None
    step_id: str = ""


def is_in_reach(facilitator: Facilitator, live_session: LiveSession) -> bool:
    """Whether this live session is within their reach: of their library, or the one they took
    over."""
    if facilitator.live_session_id:
        return facilitator.live_session_id == live_session.id
    return facilitator.library_id == live_session.library_id


def operator_for(code: str) -> Facilitator:
    """Whoever runs the program, as they act in the evening with this code.

    Raises BadInput('code_unreadable'), NotFound('code_unknown').
    """
    readable = join_codes.normalise(code)
    with reading() as db:
        return Facilitator(name="", library_id=live_sessions.by_code(db, readable).library_id)


def require_right(facilitator: Facilitator, action: Action, resource: Resource) -> None:
    """Raise NotAllowed unless the table of rights lets this facilitator do this at all."""
    asks_as(facilitator.id)
    if not may(facilitator.role, action, resource):
        raise NotAllowed("not_your_library")


def require_facilitator(
    facilitator: Facilitator, live_session: LiveSession, action: Action, resource: Resource
) -> None:
    """Raise NotAllowed unless the facilitator may do this in this live session."""
    require_right(facilitator, action, resource)
    if not is_in_reach(facilitator, live_session):
        raise NotAllowed("not_your_library")


def require_person(db: Reader, visitor: Visitor, action: Action, resource: Resource) -> Person:
    """The person behind a phone, if they may do this.

    Raises NotAllowed if the phone belongs to nobody in this room.
    """
    person = people.by_key(db, visitor.live_session_id, key_hash(visitor.key))
    if person is None or not may(Role.PARTICIPANT, action, resource):
        raise NotAllowed("not_checked_in")
    return person


def require_helper(helper: Helper, action: Action, resource: Resource) -> None:
    """Raise NotAllowed unless the table of rights lets this helper do this at all.

    A helper has one evening, and so no other is ever within reach. With the link of a second
    facilitator one logs in; by itself it allows nothing.
    """
    asks_as(helper.id)
    if helper.role not in HELPERS or not may(helper.role, action, resource):
        raise NotAllowed("not_your_link")


def require_open(live_session: LiveSession) -> None:
    """Raise NotAllowed once the evening has closed."""
    if not live_session.is_open:
        raise NotAllowed("evening_closed")
