"""What whoever runs the program may see, without being a facilitator of any library."""

from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.core import join_codes
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.platform.database import audit_entries, live_sessions
from plekberaad_app.platform.database.engine import reading


@dataclass(frozen=True, slots=True)
class Listed:
    """An evening in a list: whose it is and how many people it holds data about."""

    live_session: LiveSession
    library: str
    people: int


def evenings() -> list[Listed]:
    """Every evening of every library, newest first."""
    with reading() as db:
        return [Listed(*found) for found in live_sessions.everywhere(db)]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """What a facilitator did."""

    done_at: datetime
    who: str
    what: str
    about: str


def audit_entries_of(code: str) -> list[AuditEntry]:
    """What facilitators did to an evening, oldest first; raises BadInput, NotFound."""
    readable = join_codes.normalise(code)
    with reading() as db:
        done = audit_entries.of_evening(db, live_sessions.by_code(db, readable).id)
        return [AuditEntry(entry.done_at, name, entry.what, entry.about) for entry, name in done]
