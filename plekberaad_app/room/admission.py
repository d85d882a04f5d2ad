"""Coming in: from a code on the projector to 'je doet mee', with or without a phone."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.core import join_codes
from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.name_rules import cleaned_name
from plekberaad_app.core.pending_review import require_impersonal
from plekberaad_app.core.people import MAX_FIRST_NAME, Habit, Kind, Person
from plekberaad_app.core.privacy_notice import VERSION, known_version
from plekberaad_app.core.recognition import back_again
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.seating import seat_latecomer
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import evenings, joined_people, live_sessions, people
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.permissions import (
    Facilitator,
    Visitor,
    require_facilitator,
    require_open,
)
from plekberaad_app.platform.tokens import is_our_key, new_id, new_key
from plekberaad_app.room.grouping import place_everybody, place_in
from plekberaad_app.room.second_phones import Asking, recognise


def find_room(code: str) -> LiveSession:
    """The live session with this code, however it was typed.

    Raises BadInput('code_unreadable'), NotFound('code_unknown').
    """
    readable = join_codes.normalise(code)
    with reading() as db:
        return live_sessions.by_code(db, readable)


def check_in(
    code: str,
    name: str,
    kind: str,
    habit: str,
    now: datetime,
    key: str | None = None,
    *,
    told_version: str = "",
    asking: Asking | None = None,
) -> str:
    """Join the room, or change one's answers; returns the key that identifies this person from now
    on.

    `kind` and `habit` are the values of Kind and Habit; '' means that it was not asked. A key that
    we made for this room stays the same, so that checking in twice, even at once, is one person.
    `told_version` is that of the privacy notice that was shown. With `asking`, somebody with the
    same name as a person whose phone is silent is first asked whether they are that person. Raises
    BadInput: code_unreadable, name_too_long (most), text_unreadable, answer_unknown, holds_<kind>,
    namesake; NotFound('code_unknown'); NotAllowed('evening_closed').
    """
    answers = replace(_answers(name, kind, habit), told_version=known_version(told_version))
    code = join_codes.normalise(code)
    with transaction() as db:
        return _checked_in(db, code, answers, key, asking, now)


def _checked_in(
    db: Transaction,
    code: str,
    answers: Person,
    key: str | None,
    asking: Asking | None,
    now: datetime,
) -> str:
    before = live_sessions.by_code(db, code)
    live_session = live_sessions.change(db, before.id, cast=True)
    require_open(live_session)
    known = people.by_key(db, live_session.id, key_hash(key)) if key else None
    if key and known:
        _answer_again(db, live_session, known, answers, key, now)
        return key
    key = key if key and is_our_key(key, code) else new_key(code)
    found = evenings.before_change(db, before, live_session)
    same = asking and recognise(db, live_session.id, found.people, answers.name, asking, now)
    if same:
        _come_back(db, live_session, found, back_again(same, answers), key_hash(key))
        place_everybody(db, live_session, now)
    else:
        _add(db, live_session, found, answers, key_hash(key), now)
    return key


def _answer_again(
    db: Transaction,
    live_session: LiveSession,
    known: Person,
    answers: Person,
    key: str,
    now: datetime,
) -> None:
    """A phone of which we only have its holder's word changes nothing."""
    if not joined_people.is_claimed(db, key_hash(key)):
        people.save(db, [_with_answers(known, answers)])
        place_everybody(db, live_session, now)


@audited()
def add_by_hand(
    facilitator: Facilitator,
    live_session_id: str,
    name: str,
    kind: str,
    habit: str,
    now: datetime,
    *,
    person_id: str = "",
) -> Person:
    """Let somebody without a phone join; seated and counted like everyone else.

    `person_id` was made in the browser: if it is sent again, the person who came in then is
    returned. Raises NotFound, NotAllowed and the refusals of `check_in`.
    """
    told = replace(_answers(name, kind, habit), told_version=VERSION)
    answers = replace(told, has_phone=False)
    with transaction() as db:
        before = live_sessions.get(db, live_session_id)
        live_session = live_sessions.change(db, live_session_id, cast=True)
        require_facilitator(facilitator, live_session, Action.ADD, Resource.PEOPLE)
        require_open(live_session)
        found = evenings.before_change(db, before, live_session)
        known = next((person for person in found.people if person.id == person_id), None)
        return known or _add(db, live_session, found, replace(answers, id=person_id), None, now)


@audited("number")
def rename(facilitator: Facilitator, live_session_id: str, number: int, name: str) -> None:
    """Correct the first name of a person; raises NotFound('person_gone'), NotAllowed, BadInput."""
    new_name = _name(name)
    with transaction() as db:
        person = person_of(db, facilitator, live_session_id, number, Action.CHANGE)
        people.save(db, [replace(person, name=new_name)])


@audited("number", "gone")
def go_home(
    facilitator: Facilitator, live_session_id: str, number: int, now: datetime, *, gone: bool
) -> Person:
    """Somebody went home, or is back: everything of theirs stays. Raises NotFound, NotAllowed.

    An owner keeps the table, since people there are working on what they brought.
    """
    with transaction() as db:
        person = person_of(db, facilitator, live_session_id, number, Action.CHANGE)
        evening = evenings.around(db, live_sessions.get(db, live_session_id))
        require_open(evening.live_session)
        found = replace(person, has_left=gone)
        is_owner = any(each.owner.id == person.id for each in evening.challenges)
        if gone and not is_owner:
            found = replace(found, table=None, seat=None)
        elif not gone and evening.live_session.tables and not person.table:
            found = seat_latecomer(evening.people, found, evening.live_session.tables)
        people.save(db, [found])
        place_everybody(db, evening.live_session, now)
        return found


def who_is(visitor: Visitor) -> Person | None:
    """The person behind a phone; None if it belongs to nobody in this room."""
    with reading() as db:
        return people.by_key(db, visitor.live_session_id, key_hash(visitor.key))


def person_of(
    db: Transaction, facilitator: Facilitator, live_session_id: str, number: int, action: Action
) -> Person:
    """The person with this number, for somebody who may do this; raises NotFound('person_gone')."""
    live_session = live_sessions.change(db, live_session_id, cast=True)
    require_facilitator(facilitator, live_session, action, Resource.PEOPLE)
    for person in people.of_live_session(db, live_session_id):
        if person.number == number:
            return person
    raise NotFound("person_gone")


def _answers(name: str, kind: str, habit: str) -> Person:
    """What somebody said at check-in, as a person without an id and number yet."""
    try:
        return Person(
            id="",
            number=0,
            name=_name(name),
            kind=Kind(kind) if kind else None,
            habit=Habit(habit) if habit else None,
        )
    except ValueError:
        raise BadInput("answer_unknown") from None


def _name(text: str) -> str:
    try:
        name = cleaned_name(text, MAX_FIRST_NAME)
    except BadInput as refusal:
        if refusal.code == "name_empty":
            return ""
        raise
    require_impersonal(name)
    return name


def _with_answers(person: Person, answers: Person) -> Person:
    return replace(
        person,
        name=answers.name,
        kind=answers.kind,
        habit=answers.habit,
        told_version=answers.told_version,
        has_left=False,
    )


def _come_back(
    db: Transaction,
    live_session: LiveSession,
    found: evenings.Cast,
    person: Person,
    hashed_key: str,
) -> None:
    if live_session.tables and not person.table:
        person = seat_latecomer(found.people, person, live_session.tables)
    joined_people.claim(db, person, hashed_key)
    people.save(db, [person])


def _add(
    db: Transaction,
    live_session: LiveSession,
    found: evenings.Cast,
    answers: Person,
    hashed_key: str | None,
    now: datetime,
) -> Person:
    number = max((each.number for each in found.people), default=0) + 1
    person = replace(answers, id=answers.id or new_id(), number=number)
    if live_session.tables:
        person = seat_latecomer(found.people, person, live_session.tables)
    cast = replace(found, people=(*found.people, person))
    steps = place_in(db, evenings.of_cast(db, live_session, cast), now)
    evenings.add_person(db, live_session, replace(found, steps=steps), person, hashed_key, now)
    if steps is not found.steps:
        # Rooms are told of newcomers only; who is with whom they have to read.
        del db.changes.news[live_session.id]
    return person
