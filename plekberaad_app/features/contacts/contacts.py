"""People ask the library to write or call them; the library alone may read how, for a while.

What they leave is kept apart from everything else: nothing leads from it to a participant or to
what they wrote, no screen of the evening, no report and no other export has it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.capabilities import OffersContact
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.core import join_codes
from plekberaad_app.core.authorship import contact_tag
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.personal_data import PersonalData, found_in
from plekberaad_app.core.plain_text import clean_line, optional_line
from plekberaad_app.core.programme import Step
from plekberaad_app.core.retention import KEEP_CONTACTS
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import contacts, erasures, live_sessions, programmes
from plekberaad_app.platform.database.contacts import Contact
from plekberaad_app.platform.database.engine import (
    Reader,
    Transaction,
    database,
    reading,
    transaction,
)
from plekberaad_app.platform.permissions import (
    Facilitator,
    Visitor,
    require_facilitator,
    require_open,
    require_person,
)
from plekberaad_app.platform.tokens import new_id

MAX_NAME = 80
MAX_REACH = 120
_REACHABLE = frozenset({PersonalData.EMAIL, PersonalData.PHONE})


@dataclass(frozen=True, slots=True)
class Details:
    """How somebody may be reached: an e-mail address or a phone number, and perhaps a name."""

    name: str
    reach: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A question about which people may hear more, and what this phone left after it, if it did."""

    step_id: str
    about: str
    left: Contact | None


def details_in(form: Any) -> Details:
    """Read a form.

    Raises BadInput: contacts.without_consent without the tick, text_too_long, text_unreadable,
    contacts.unreachable for what is neither an e-mail address nor a phone number.
    """
    name = optional_line(read_text(form, "name"), MAX_NAME)
    reach = optional_line(read_text(form, "reach"), MAX_REACH)
    if _REACHABLE.isdisjoint(found_in(reach)):
        raise BadInput("contacts.unreachable")
    if read_text(form, "agreed") != "on":
        raise BadInput("contacts.without_consent")
    return Details(name, reach)


def offers(visitor: Visitor, now: datetime) -> list[Offer]:
    """What this phone may ask to hear more about, in the order of the programme.

    Raises NotAllowed if the phone belongs to nobody in this room.
    """
    with reading() as db:
        require_person(db, visitor, Action.ADD, Resource.CONTACT)
        kept = _by_author(db, visitor.live_session_id, now)
        return [
            Offer(step.id, about, kept.get(contact_tag(visitor.key, step.id)))
            for step in programmes.steps(db, visitor.live_session_id)
            if (about := _about(step))
        ]


def leave(visitor: Visitor, step_id: str, details: Details, now: datetime) -> None:
    """Keep how somebody may be reached, for KEEP_CONTACTS from now.

    Safe to repeat: it replaces what the same phone left after the same step. Raises
    NotFound('contacts.not_offered'), NotAllowed.
    """
    with transaction() as db:
        live_session = live_sessions.get(db, visitor.live_session_id)
        require_open(live_session)
        require_person(db, visitor, Action.ADD, Resource.CONTACT)
        step = _offered(db, live_session, step_id)
        author = contact_tag(visitor.key, step.id)
        contacts.keep(db, live_session.id, _contact(author, _about(step), details, now))


def take_back(visitor: Visitor, step_id: str, now: datetime) -> None:
    """Delete what this phone left after a step, also after the evening; nothing left is fine."""
    tag = contact_tag(visitor.key, step_id)
    with transaction() as db:
        _erase(db, contacts.ids_of(db, visitor.live_session_id, [tag]), now)
    database().clear_journal()


@audited()
def add_by_hand(
    facilitator: Facilitator, code: str, about: str, details: Details, now: datetime
) -> None:
    """As `leave`, for somebody without a phone who asked the facilitator."""
    with transaction() as db:
        live_session = _for_library(db, facilitator, code, Action.READ)
        asked = clean_line(about or live_session.title, MAX_REACH * 2)
        contacts.keep(db, live_session.id, _contact(new_id(), asked, details, now))


def of_evening(
    facilitator: Facilitator, code: str, now: datetime
) -> tuple[LiveSession, list[Contact]]:
    """Everybody who asked to hear more on this evening and whose time is not over.

    Only for the library itself: whoever took over with a PIN gets NotAllowed. Raises
    BadInput('code_unreadable'), NotFound('code_unknown').
    """
    with reading() as db:
        live_session = _for_library(db, facilitator, code, Action.READ)
        return live_session, contacts.of_live_session(db, live_session.id, now)


@audited()
def remove(facilitator: Facilitator, code: str, contact_id: str, now: datetime) -> None:
    """Delete a contact of this evening; one that is gone already is fine."""
    with transaction() as db:
        live_session = _for_library(db, facilitator, code, Action.REMOVE)
        kept = contacts.of_live_session(db, live_session.id, now)
        _erase(db, [each.id for each in kept if each.id == contact_id], now)
    database().clear_journal()


def drop_ended(now: datetime) -> None:
    """Delete every contact whose time is over; safe to repeat."""
    with transaction() as db:
        contacts.drop_ended(db, now)


def _for_library(db: Reader, facilitator: Facilitator, code: str, action: Action) -> LiveSession:
    live_session = live_sessions.by_code(db, join_codes.normalise(code))
    require_facilitator(facilitator, live_session, action, Resource.CONTACT)
    return live_session


def _offered(db: Reader, live_session: LiveSession, step_id: str) -> Step:
    for step in programmes.steps(db, live_session.id):
        if step.id == step_id and _about(step):
            return step
    raise NotFound("contacts.not_offered")


def _about(step: Step) -> str:
    activity = activity_of(step.kind)
    return activity.contact_about(step) if isinstance(activity, OffersContact) else ""


def _by_author(db: Reader, live_session_id: str, now: datetime) -> Mapping[str, Contact]:
    kept = contacts.of_live_session(db, live_session_id, now)
    return {contact.author: contact for contact in kept}


def _contact(author: str, about: str, details: Details, now: datetime) -> Contact:
    ends_at = now + KEEP_CONTACTS
    return Contact(new_id(), author, about, details.name, details.reach, ends_at)


def _erase(db: Transaction, ids: list[str], now: datetime) -> None:
    erasures.add(db, erasures.CONTACT, ids, now)
    contacts.drop(db, ids)
