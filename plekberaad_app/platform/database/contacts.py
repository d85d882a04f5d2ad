"""How a library may reach people who want to hear more, apart from everything else about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, delete, select

from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import ContactRow


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to whom the library may write or whom it may call until `ends_at` (aware UTC).

    `about` is the question after which they asked for it, `reach` an e-mail address or a phone
    number, `author` a tag that leads to nobody.
    """

    id: str
    author: str
    about: str
    name: str
    reach: str
    ends_at: datetime


def keep(db: Transaction, live_session_id: str, contact: Contact) -> None:
    """Store a contact; the same author's earlier one in this evening is replaced."""
    of_author = select(ContactRow).where(
        ContactRow.live_session_id == live_session_id, ContactRow.author == contact.author
    )
    row = db.exec(of_author).one_or_none()
    if row is None:
        row = ContactRow(id=contact.id, live_session_id=live_session_id, **_values(contact))
    else:
        row.sqlmodel_update(_values(contact))
    db.add(row)
    db.flush()


def of_live_session(db: Session, live_session_id: str, now: datetime) -> list[Contact]:
    """The contacts of an evening that may still be used, by question and name."""
    rows = db.exec(
        select(ContactRow)
        .where(ContactRow.live_session_id == live_session_id, col(ContactRow.ends_at) > now)
        .order_by(col(ContactRow.about), col(ContactRow.name), col(ContactRow.id))
    )
    return [_from_row(row) for row in rows]


def ids_of(db: Session, live_session_id: str, authors: Iterable[str]) -> list[str]:
    """Ids of what these authors left in an evening."""
    found = select(ContactRow.id).where(
        ContactRow.live_session_id == live_session_id, col(ContactRow.author).in_(list(authors))
    )
    return list(db.exec(found))


def drop(db: Transaction, ids: Iterable[str]) -> None:
    """Delete these contacts; unknown ids are left alone."""
    db.exec(
        delete(ContactRow)
        .where(col(ContactRow.id).in_(list(ids)))
        .execution_options(synchronize_session=False)
    )


def drop_ended(db: Transaction, now: datetime) -> None:
    """Delete every contact whose time is over."""
    db.exec(
        delete(ContactRow)
        .where(col(ContactRow.ends_at) <= now)
        .execution_options(synchronize_session=False)
    )


def _values(contact: Contact) -> dict[str, Any]:
    return {
        "author": contact.author,
        "about": contact.about,
        "name": contact.name,
        "reach": contact.reach,
        "ends_at": contact.ends_at,
    }


def _from_row(row: ContactRow) -> Contact:
    return Contact(
        id=row.id,
        author=row.author,
        about=row.about,
        name=row.name,
        reach=row.reach,
        ends_at=row.ends_at,
    )
