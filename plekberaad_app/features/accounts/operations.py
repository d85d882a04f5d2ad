"""What whoever runs the program may do for facilitators, without being one."""

from collections.abc import Mapping
from datetime import UTC, datetime

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.accounts import invitations, password_change, second_factor
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database.engine import reading


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


def password(name: str, password: str) -> str:
    """Give a facilitator a new password; raises what `password_change.set_password` raises."""
    password_change.set_password(name, password)
    return ""


def second_factor_off(name: str) -> str:
    """Stop asking a facilitator for a code; raises what `second_second_factor.take_away` raises."""
    second_factor.take_away(name)
    return ""


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
