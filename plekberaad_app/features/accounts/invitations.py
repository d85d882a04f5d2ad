"""How somebody becomes a facilitator: by a one-time link, with a name and a password."""

from datetime import datetime, timedelta

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.name_rules import MAX_NAME, cleaned_name, login_name
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import passwords
from plekberaad_app.features.accounts.reauthentication import require_password
from plekberaad_app.platform import logins
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import accounts as stored
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.database.errors import NameTaken
from plekberaad_app.platform.database.tables import FacilitatorRow, InvitationRow, LibraryRow
from plekberaad_app.platform.permissions import Facilitator, require_right
from plekberaad_app.platform.tokens import new_id, new_token

MAX_LIBRARY_NAME = 80
INVITATION = timedelta(hours=24)


def first_invitation(now: datetime) -> str | None:
    """A one-time token for the first facilitator, valid for 24 hours; None once there is one."""
    with transaction() as db:
        if stored.has_facilitator(db):
            return None
        return _invite(db, None, now)


@audited()
def invite(facilitator: Facilitator, password: str, now: datetime) -> str:
    """A one-time token for a colleague of the same library.

    Raises NotAllowed, and what `require_password` raises.
    """
    require_right(facilitator, Action.CHANGE, Resource.LIBRARY)
    require_password(facilitator, password)
    with transaction() as db:
        return _invite(db, facilitator.library_id, now)


def invite_to(library_id: str | None, now: datetime) -> str:
    """A one-time token for a facilitator of this library; None: of a new one."""
    with transaction() as db:
        return _invite(db, library_id, now)


def invitation_library(token: str, now: datetime) -> str | None:
    """The library a link invites to, '' if it creates a new one, None if the link is no good."""
    with reading() as db:
        invitation = stored.open_invitation(db, key_hash(token), now)
        if invitation is None:
            return None
        return stored.library_name(db, invitation.library_id) if invitation.library_id else ""


def accept_invitation(
    token: str, library_name: str, name: str, password: str, now: datetime
) -> str:
    """Become a facilitator and be logged in at once: returns the login token.

    The library's name only counts for the first facilitator. Raises NotFound('invitation_unknown'),
    BadInput: name_taken, name_empty, name_too_long, and what `passwords.chosen` raises.
    """
    name = cleaned_name(name, MAX_NAME)
    library = invitation_library(token, now)
    if library is None:
        raise NotFound("invitation_unknown")
    password_hash = passwords.chosen(password, name, library or library_name[:MAX_LIBRARY_NAME])
    try:
        with transaction() as db:
            library_id = _accept(db, key_hash(token), library_name, now)
            facilitator = FacilitatorRow(
                id=new_id(),
                library_id=library_id,
                name=name,
                login_name=login_name(name),
                password_hash=password_hash,
                created_at=now,
            )
            stored.add_facilitator(db, facilitator)
            return logins.let_in(db, facilitator.id, now, awaits=logins.missing(db, facilitator.id))
    except NameTaken:
        raise BadInput("name_taken") from None


def _invite(db: Transaction, library_id: str | None, now: datetime) -> str:
    token = new_token()
    stored.add(
        db,
        InvitationRow(
            token_hash=key_hash(token), library_id=library_id, expires_at=now + INVITATION
        ),
    )
    return token


def _accept(db: Transaction, token_hash: str, library_name: str, now: datetime) -> str:
    invitation = stored.open_invitation(db, token_hash, now)
    if invitation is None or not stored.use_invitation(db, token_hash, now):
        raise NotFound("invitation_unknown")
    if invitation.library_id:
        return invitation.library_id
    stored.drop_first_invitations(db)
    library = LibraryRow(
        id=new_id(), name=cleaned_name(library_name, MAX_LIBRARY_NAME), created_at=now
    )
    stored.add(db, library)
    return library.id
