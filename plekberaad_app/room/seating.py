"""Seating: dividing the room over tables, moving a person, keeping people together."""

import operator
import random
from dataclasses import replace
from secrets import token_hex

from plekberaad_app.activities.contract.capabilities import PlansGroups
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.core import seating as rules
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Person, still_here
from plekberaad_app.core.reseating import Change, Seating, is_as_left, restored, seating_now
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import evenings, live_sessions, people
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator, require_open


@audited("tables")
def make_tables(
    facilitator: Facilitator, live_session_id: str, tables: int, rng: random.Random
) -> tuple[rules.SeatingSummary, Change]:
    """Divide everyone present over `tables` tables; returns what was done.

    Raises BadInput('tables_out_of_range') (most), and NotAllowed('tables_fixed') from the first
    round of a carousel to its last.
    """
    if not 1 <= tables <= rules.MAX_TABLES:
        raise BadInput("tables_out_of_range", most=rules.MAX_TABLES)
    with transaction() as db:
        evening = _open(db, facilitator, live_session_id)
        _require_free_tables(evening)
        owners = frozenset(challenge.owner.id for challenge in evening.challenges)
        seated = rules.divide(still_here(evening.people), tables, rng, owners=owners)
        return rules.seating_summary(seated, tables), _keep(db, evening, seated, tables)


@audited("number", "table")
def move(
    facilitator: Facilitator, live_session_id: str, number: int, table: int
) -> tuple[Change, bool]:
    """Move one person to another table; nobody else moves. Returns whether the mix got worse."""
    with transaction() as db:
        evening = _open(db, facilitator, live_session_id)
        tables = evening.live_session.tables
        if not 1 <= table <= tables:
            raise NotFound("table_gone")
        moved = rules.move(evening.people, _person(evening, number).id, table)
        is_worse = rules.mix_gets_worse(evening.people, moved, tables)
        return _keep(db, evening, moved, tables), is_worse


@audited()
def put_back(facilitator: Facilitator, live_session_id: str, change: Change) -> None:
    """Undo: everyone who is still there gets their old seat, people who came since get a new one.

    Raises NotAllowed: seating_changed if somebody was reseated in the meantime, and tables_fixed as
    `make_tables` does, unless only one person moves.
    """
    with transaction() as db:
        evening = _open(db, facilitator, live_session_id)
        if not is_as_left(_seating(evening), change.after):
            raise NotAllowed("seating_changed")
        people_before = restored(evening.people, change.before)
        if sum(map(operator.ne, people_before, evening.people)) > 1:
            _require_free_tables(evening)
        _keep(db, evening, people_before, change.before.tables)


@audited("number", "other")
def keep_together(facilitator: Facilitator, live_session_id: str, number: int, other: int) -> None:
    """Mark two people, and anybody with them, as a group that stays at one table."""
    with transaction() as db:
        evening = _open(db, facilitator, live_session_id)
        one, two = _person(evening, number), _person(evening, other)
        company = one.together or two.together or token_hex(4)
        joined = {name for name in (one.together, two.together) if name}
        members = [
            replace(person, together=company)
            for person in evening.people
            if person.number in (number, other) or person.together in joined
        ]
        people.save(db, members)


@audited("number")
def keep_apart(facilitator: Facilitator, live_session_id: str, number: int) -> None:
    """Take one person out of their group."""
    with transaction() as db:
        evening = _open(db, facilitator, live_session_id)
        people.save(db, [replace(_person(evening, number), together="")])


def _open(db: Transaction, facilitator: Facilitator, live_session_id: str) -> Evening:
    live_session = live_sessions.change(db, live_session_id, cast=True)
    require_facilitator(facilitator, live_session, Action.CHANGE, Resource.SEATS)
    require_open(live_session)
    return evenings.around(db, live_session)


def _require_free_tables(evening: Evening) -> None:
    position = evening.live_session.position
    for step in evening.steps[position.step if position else 0 :]:
        if step.plan and isinstance(activity_of(step.kind), PlansGroups):
            raise NotAllowed("tables_fixed")


def _keep(db: Transaction, evening: Evening, seated: tuple[Person, ...], tables: int) -> Change:
    known = {person.id: person for person in evening.people}
    people.save(db, [person for person in seated if person != known[person.id]])
    screen = evening.live_session.screen
    if screen.wall_table > tables:
        screen = replace(screen, wall_table=0)
    live_sessions.save(db, replace(evening.live_session, tables=tables, screen=screen))
    return Change(_seating(evening), seating_now(seated, tables))


def _seating(evening: Evening) -> Seating:
    return seating_now(evening.people, evening.live_session.tables)


def _person(evening: Evening, number: int) -> Person:
    person = evening.person(number)
    if person is None:
        raise NotFound("person_gone")
    return person
