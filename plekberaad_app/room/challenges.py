"""Challenges and their owners: offered on a phone, or named on the tablet."""

from dataclasses import replace
from datetime import datetime

from plekberaad_app.activities.contract.capabilities import HasTurns, Replan
from plekberaad_app.activities.contract.lookups import challenge_id
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.pending_review import offered
from plekberaad_app.core.people import MAX_CHALLENGE, Challenge, Person
from plekberaad_app.core.plain_text import clean_line
from plekberaad_app.core.programme import with_step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import evenings, live_sessions, people, programmes
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import (
    Facilitator,
    Visitor,
    require_facilitator,
    require_open,
    require_person,
)

MAX_CHARACTERS = MAX_CHALLENGE


def offer(visitor: Visitor, sentence: str, now: datetime) -> None:
    """A participant offers a challenge; a new sentence replaces the old one."""
    with transaction() as db:
        require_open(live_sessions.change(db, visitor.live_session_id, cast=True))
        owner = require_person(db, visitor, Action.ADD, Resource.OWN_CHALLENGE)
        _keep(db, visitor.live_session_id, owner, sentence, now)


def withdraw(visitor: Visitor) -> None:
    """A participant no longer wants to be an owner."""
    with transaction() as db:
        require_open(live_sessions.change(db, visitor.live_session_id, cast=True))
        owner = require_person(db, visitor, Action.REMOVE, Resource.OWN_CHALLENGE)
        people.drop_challenge(db, owner.id)


@audited("number")
def name_owner(
    facilitator: Facilitator, live_session_id: str, number: int, sentence: str, now: datetime
) -> None:
    """The facilitator names somebody as the owner of a challenge."""
    with transaction() as db:
        _keep(db, live_session_id, _named(db, facilitator, live_session_id, number), sentence, now)


@audited("number")
def let_challenge_through(
    facilitator: Facilitator, live_session_id: str, number: int, now: datetime
) -> None:
    """The facilitator let a waiting challenge through: everybody may read it, also in the
    report."""
    with transaction() as db:
        _steered(db, facilitator, live_session_id)
        owner = _with_number(db, live_session_id, number)
        challenge = people.challenge_of(db, owner)
        if challenge is None:
            raise NotFound("challenge_gone")
        people.keep_challenge(db, live_session_id, replace(challenge, held=""), now)


@audited("number")
def drop_owner(facilitator: Facilitator, live_session_id: str, number: int) -> None:
    """The facilitator takes somebody's challenge off the list."""
    with transaction() as db:
        people.drop_challenge(db, _named(db, facilitator, live_session_id, number).id)


@audited("round_number", "table", "number")
def replace_owner(
    facilitator: Facilitator,
    live_session_id: str,
    round_number: int,
    table: int,
    number: int,
    now: datetime,
) -> Replan:
    """Somebody who sits at a table takes the owner's turn in a round of the running step.

    Raises NotFound, NotAllowed: not_your_library, evening_closed, no_turns_here, carousel.*.
    """
    with transaction() as db:
        person = _named(db, facilitator, live_session_id, number)
        evening = evenings.load(db, live_session_id)
        here = running(evening, now)
        activity, scene = here or (None, None)
        if scene is None or not isinstance(activity, HasTurns):
            raise NotAllowed("no_turns_here")
        found = activity.replan(scene, round_number, table, person)
        people.keep_challenge(db, live_session_id, found.challenge, now)
        step = replace(scene.step, plan=found.plan)
        programmes.replace_steps(db, live_session_id, with_step(evening.steps, step))
        return found


def _named(db: Transaction, facilitator: Facilitator, live_session_id: str, number: int) -> Person:
    require_open(_steered(db, facilitator, live_session_id))
    return _with_number(db, live_session_id, number)


def _steered(db: Transaction, facilitator: Facilitator, live_session_id: str) -> LiveSession:
    live_session = live_sessions.change(db, live_session_id, cast=True)
    require_facilitator(facilitator, live_session, Action.CHANGE, Resource.TURNS)
    return live_session


def _with_number(db: Transaction, live_session_id: str, number: int) -> Person:
    for person in people.of_live_session(db, live_session_id):
        if person.number == number:
            return person
    raise NotFound("person_gone")


def _keep(
    db: Transaction, live_session_id: str, owner: Person, sentence: str, now: datetime
) -> None:
    challenge = Challenge(challenge_id(owner), owner, clean_line(sentence, MAX_CHARACTERS))
    looked_at = offered(challenge, people.challenge_of(db, owner))
    people.keep_challenge(db, live_session_id, looked_at, now)
