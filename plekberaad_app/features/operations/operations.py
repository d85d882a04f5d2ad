"""What whoever runs the program may do, without being a facilitator of any library."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.accounts import invitations, password_change, second_factor
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database import audit_entries, live_sessions
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator


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


def report_of(code: str, *, with_hidden: bool = False) -> Report:
    """What the report of an evening holds; raises BadInput, NotFound."""
    return report(_facilitator_of(code), code, datetime.now(UTC), with_hidden=with_hidden)


def invite(library: str = "", new: str = "") -> str:
    """The token of a one-time link for a facilitator of this library; `new` creates a library.

    If there is only one library it need not be named. Raises BadInput: library_unknown,
    library_needed (names).
    """
    now = datetime.now(UTC)
    with reading() as db:
        known = stored.libraries(db)
    is_first = bool(new) or not known
    return invitations.invite_to(None if is_first else _chosen(known, library), now)


def delete(code: str) -> str:
    """Delete an evening with everything in it; raises BadInput, NotFound, NotAllowed."""
    facilitator = _facilitator_of(code)
    library_evenings.delete(
        facilitator, library_evenings.programme(facilitator, code).live_session.id
    )
    return ""


def password(name: str, password: str) -> str:
    """Give a facilitator a new password; raises what `password_change.set_password` raises."""
    password_change.set_password(name, password)
    return ""


def second_factor_off(name: str) -> str:
    """Stop asking a facilitator for a code; raises what `second_factor.take_away` raises."""
    second_factor.take_away(name)
    return ""


# What the command line asks of a running program.
ACTS: Mapping[str, Callable[..., str]] = {
    "invite": invite,
    "delete": delete,
    "password": password,
    "second_factor_off": second_factor_off,
}


def _facilitator_of(code: str) -> Facilitator:
    readable = join_codes.normalise(code)
    with reading() as db:
        live_session = live_sessions.by_code(db, readable)
    return Facilitator(name="", library_id=live_session.library_id)


def _chosen(known: Mapping[str, str], library: str) -> str:
    """The id of the library with this name, in whatever case."""
    found = [
        library_id for library_id, name in known.items() if name.casefold() == library.casefold()
    ]
    if not library and len(known) == 1:
        found = list(known)
    if len(found) != 1:
        code = "library_unknown" if library else "library_needed"
        raise BadInput(code, names=", ".join(sorted(known.values())))
    return found[0]
