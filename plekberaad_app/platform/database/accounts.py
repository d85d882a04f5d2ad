"""Libraries, their facilitators, and the devices and links that act for them."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, delete, select

from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.errors import NameTaken
from plekberaad_app.platform.database.tables import (
    FacilitatorRow,
    InvitationRow,
    LibraryRow,
    LiveSessionRow,
    LoginRow,
)


def has_facilitator(db: Session) -> bool:
    """Whether anybody at all can log in."""
    return db.exec(select(FacilitatorRow.id).limit(1)).first() is not None


def facilitator_named(db: Session, login_name: str) -> FacilitatorRow | None:
    """The facilitator who logs in under this name, or None."""
    return db.exec(select(FacilitatorRow).where(FacilitatorRow.login_name == login_name)).first()


def facilitator(db: Session, facilitator_id: str) -> FacilitatorRow | None:
    """The facilitator with this id, or None."""
    return db.get(FacilitatorRow, facilitator_id)


def library_of(db: Session, facilitator_id: str) -> str:
    """The id of the library of a facilitator who exists."""
    return db.get_one(FacilitatorRow, facilitator_id).library_id


def library_name(db: Session, library_id: str) -> str:
    """The name of a library; '' when it is unknown."""
    library = db.get(LibraryRow, library_id)
    return library.name if library else ""


def libraries(db: Session) -> dict[str, str]:
    """The name of every library, by its id."""
    return {library.id: library.name for library in db.exec(select(LibraryRow))}


def add(db: Transaction, row: LibraryRow | FacilitatorRow | InvitationRow | LoginRow) -> None:
    """Store a new row."""
    db.add(row)
    db.flush()


def add_facilitator(db: Transaction, row: FacilitatorRow) -> None:
    """Store a new facilitator; raises NameTaken, after which the transaction is void."""
    try:
        add(db, row)
    except IntegrityError:
        raise NameTaken from None


def open_invitation(db: Session, token_hash: str, now: datetime) -> InvitationRow | None:
    """The invitation behind a link, or None when it is unknown, used or too old."""
    invitation = db.get(InvitationRow, token_hash, populate_existing=True)
    if invitation is None or invitation.used_at or invitation.expires_at <= now:
        return None
    return invitation


def use_invitation(db: Transaction, token_hash: str, now: datetime) -> bool:
    """Mark an invitation as used; False when somebody else just did."""
    done = db.execute(
        update(InvitationRow)
        .where(col(InvitationRow.token_hash) == token_hash, col(InvitationRow.used_at).is_(None))
        .values(used_at=now)
    )
    return bool(done.rowcount)  # pyright: ignore[reportAttributeAccessIssue]


def drop_first_invitations(db: Transaction) -> None:
    """Void every link that could still create a library."""
    db.exec(
        delete(InvitationRow).where(
            col(InvitationRow.library_id).is_(None), col(InvitationRow.used_at).is_(None)
        )
    )


def login(
    db: Session, token_hash: str, now: datetime, unused: timedelta
) -> tuple[LoginRow, FacilitatorRow] | None:
    """The login of a device with its facilitator; None when unknown or ended.

    A login that still awaits something does not count.

    It ends at its time, or once it has not been used for as long as `unused`.
    """
    return db.exec(
        select(LoginRow, FacilitatorRow)
        .join(FacilitatorRow, col(FacilitatorRow.id) == col(LoginRow.facilitator_id))
        .where(LoginRow.token_hash == token_hash, *_goes_on(now, unused))
    ).first()


def logins_of(
    db: Session, facilitator_id: str, now: datetime, unused: timedelta
) -> list[tuple[LoginRow, LiveSessionRow | None]]:
    """The devices on which a facilitator is logged in, each with the evening it took over, if
    any."""
    found = db.exec(
        select(LoginRow, LiveSessionRow)
        .outerjoin(LiveSessionRow, col(LiveSessionRow.id) == col(LoginRow.live_session_id))
        .where(
            LoginRow.facilitator_id == facilitator_id,
            LoginRow.awaits == "",
            *_goes_on(now, unused),
        )
        .order_by(col(LoginRow.expires_at).desc())
    )
    return [(login, live_session) for login, live_session in found]


def let_through(db: Transaction, token_hash: str, expires_at: datetime) -> None:
    """Let a login that was waiting for something count from now on, until then."""
    db.execute(
        update(LoginRow)
        .where(col(LoginRow.token_hash) == token_hash)
        .values(awaits="", expires_at=expires_at)
        .execution_options(synchronize_session=False)
    )


def drop_other_logins(db: Transaction, facilitator_id: str, token_hash: str) -> None:
    """Log out all of this facilitator's devices but one."""
    db.exec(
        delete(LoginRow).where(
            col(LoginRow.facilitator_id) == facilitator_id, col(LoginRow.token_hash) != token_hash
        )
    )


def drop_login(db: Transaction, token_hash: str) -> None:
    """Log a device out."""
    db.exec(delete(LoginRow).where(col(LoginRow.token_hash) == token_hash))


def note_use(db: Transaction, token_hash: str, now: datetime) -> None:
    """Store when a login was last used."""
    db.execute(
        update(LoginRow)
        .where(col(LoginRow.token_hash) == token_hash)
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )


def drop_ended_logins(db: Transaction, now: datetime, unused: timedelta) -> None:
    """Delete logins that have expired, or have not been used for as long as `unused`."""
    db.exec(delete(LoginRow).where(~and_(*_goes_on(now, unused))))


def drop_logins_for(db: Transaction, facilitator_id: str) -> None:
    """Log out all of this facilitator's devices."""
    db.exec(delete(LoginRow).where(col(LoginRow.facilitator_id) == facilitator_id))


def keep_password(db: Transaction, facilitator_id: str, password_hash: str) -> None:
    """Store a facilitator's new password."""
    db.execute(
        update(FacilitatorRow)
        .where(col(FacilitatorRow.id) == facilitator_id)
        .values(password_hash=password_hash)
        .execution_options(synchronize_session=False)
    )


def drop_expired_invitations(db: Transaction, now: datetime) -> None:
    """Delete links that have expired, used or not."""
    db.exec(delete(InvitationRow).where(col(InvitationRow.expires_at) <= now))


def drop_logins_of(db: Transaction, live_session_id: str) -> None:
    """Log out every device that took over this live session."""
    db.exec(delete(LoginRow).where(col(LoginRow.live_session_id) == live_session_id))


def takeover(db: Transaction, live_session_id: str) -> str:
    """The open offer to take over a live session, locked until the commit; '' when there is
    none."""
    offer = db.exec(
        select(LiveSessionRow.takeover_hash)
        .where(LiveSessionRow.id == live_session_id)
        .with_for_update()
    ).first()
    return offer or ""


def void_takeovers_by(db: Transaction, facilitator_id: str) -> None:
    """Withdraw every offer to take over that this facilitator made."""
    offer = col(LiveSessionRow.takeover_hash)
    db.execute(
        update(LiveSessionRow)
        .where(offer.contains(f":{facilitator_id}:", autoescape=True))
        .values(takeover_hash="")
        .execution_options(synchronize_session=False)
    )


def keep_takeover(db: Transaction, live_session_id: str, offer: str) -> None:
    """Store the offer to take over a live session; '' withdraws it."""
    db.execute(
        update(LiveSessionRow)
        .where(col(LiveSessionRow.id) == live_session_id)
        .values(takeover_hash=offer)
        .execution_options(synchronize_session=False)
    )


def _goes_on(now: datetime, unused: timedelta) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return col(LoginRow.expires_at) > now, col(LoginRow.used_at) > now - unused
