"""Erasing a person: themselves from their phone, or a facilitator for somebody without one.

Every screen learns of it through the change of the live session, as of any other change. Ideas stay
without an owner or are deleted too: then an empty shell remains, so that every screen learns of it.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from plekberaad_app.core.authorship import AUTHOR_LENGTH, author_tag, contact_tag, key_hash
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.people import Person
from plekberaad_app.core.rights import Action
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import (
    contacts,
    contributions,
    erasures,
    joined_people,
    live_sessions,
    people,
    programmes,
)
from plekberaad_app.platform.database.engine import Reader, Transaction, database, transaction
from plekberaad_app.platform.database.tables import ErasureRow
from plekberaad_app.platform.permissions import Facilitator, Visitor
from plekberaad_app.platform.proxy_keys import proxy_key
from plekberaad_app.room.admission import person_of
from plekberaad_app.room.grouping import place_everybody


def erase_self(visitor: Visitor, now: datetime, *, take_along: bool = False) -> None:
    """Erase the person behind a phone, also after closing.

    What they wrote stays without an owner or, with `take_along`, is deleted too. It is not an error
    if the person is already gone. A phone for which we only have its holder's word whose it is
    erases what came from it, and not that person.
    """
    hashed = key_hash(visitor.key)
    with transaction() as db:
        person = people.by_key(db, visitor.live_session_id, hashed)
        if person is not None:
            live_session = live_sessions.change(db, visitor.live_session_id, cast=True)
            whose = None if joined_people.is_claimed(db, hashed) else person
            _erase(db, live_session, whose, (visitor.key,), now, take_along=take_along)
            joined_people.let_go(db, hashed)
    database().clear_journal()


@audited("number", "take_along")
def erase(
    facilitator: Facilitator,
    live_session_id: str,
    number: int,
    now: datetime,
    *,
    take_along: bool = False,
) -> None:
    """Erase somebody who went home, or who asks for it and has no phone.

    Only a phone itself can tell which notes came from it: those stay, without a name. Raises
    NotFound('person_gone'), NotAllowed.
    """
    with transaction() as db:
        person = person_of(db, facilitator, live_session_id, number, Action.REMOVE)
        live_session = live_sessions.get(db, live_session_id)
        _erase(db, live_session, person, (), now, take_along=take_along)
    database().clear_journal()


def erase_again(rows: Sequence[ErasureRow]) -> None:
    """Erase what a backup brought back, while no screen is connected; and record the erasures here
    too."""
    people_gone = [row.erased_id for row in rows if row.what == erasures.PERSON]
    notes_gone = [row.erased_id for row in rows if row.what == erasures.CONTRIBUTION]
    with transaction() as db:
        erasures.keep(db, rows)
        for person_id in people_gone:
            people.erase(db, person_id)
        contributions.empty(db, notes_gone)
        contacts.drop(db, (row.erased_id for row in rows if row.what == erasures.CONTACT))
    database().clear_journal()


def written_by(
    db: Reader, live_session_id: str, person: Person | None, key: str = ""
) -> list[Contribution]:
    """Everything that came from a phone or was typed for its person, in order of arrival."""
    return contributions.of_authors(
        db, live_session_id, _tags(db, live_session_id, person, (key,) if key else ())
    )


def _erase(
    db: Transaction,
    live_session: LiveSession,
    person: Person | None,
    keys: tuple[str, ...],
    now: datetime,
    *,
    take_along: bool,
) -> None:
    """Delete what came from these phones and, for a person, everything that is theirs."""
    tags = _tags(db, live_session.id, person, keys)
    written = contributions.of_authors(db, live_session.id, tags, with_withdrawn=True)
    nobody = {tag: secrets.token_hex(AUTHOR_LENGTH // 2) for tag in tags}
    loose = [_nobodys(item, nobody[item.author], take_along=take_along) for item in written]
    contributions.save(db, live_session.id, live_session.version, loose)
    if take_along:
        erasures.add(db, erasures.CONTRIBUTION, (item.id for item in written), now)
    _erase_contacts(db, live_session.id, keys, now)
    if person:
        erasures.add(db, erasures.PERSON, [person.id], now)
        people.erase(db, person.id)
        place_everybody(db, live_session, now)


def _erase_contacts(
    db: Transaction, live_session_id: str, keys: tuple[str, ...], now: datetime
) -> None:
    """Delete how the library may reach whoever has these keys; only the keys lead to it."""
    steps = programmes.steps(db, live_session_id)
    authors = [contact_tag(key, step.id) for key in keys for step in steps]
    found = contacts.ids_of(db, live_session_id, authors)
    erasures.add(db, erasures.CONTACT, found, now)
    contacts.drop(db, found)


def _nobodys(item: Contribution, author: str, *, take_along: bool) -> Contribution:
    """The item without a trace of its author. It then counts as the table's, not a person's."""
    if take_along:
        return replace(item, author=author, withdrawn=True, payload={})
    return replace(item, author=author, on_behalf="table")


def _tags(
    db: Reader, live_session_id: str, person: Person | None, keys: tuple[str, ...]
) -> tuple[str, ...]:
    steps = programmes.steps(db, live_session_id)
    own = (*keys, proxy_key(person.id)) if person else keys
    return tuple(author_tag(key, step.id) for key in own for step in steps)
