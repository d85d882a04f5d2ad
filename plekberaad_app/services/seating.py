"""Seating: dividing the room over tables, moving a person, keeping people together."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from secrets import token_hex

from plekberaad_app.domain import seating as rules
from plekberaad_app.domain.errors import BadInput, NotFound
from plekberaad_app.domain.evening import Evening
from plekberaad_app.domain.people import Person
from plekberaad_app.services.permission import Driver, require_driver, require_open
from plekberaad_app.store import evenings, live_sessions, people
from plekberaad_app.store.database import Transaction, transaction

MOST_TABLES = 12


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody sat: enough to put everyone back."""

    person_id: str
    table: int | None
    seat: int | None


@dataclass(frozen=True, slots=True)
class Moved:
    """The seats before a change, and whether the mix at the tables got worse by it."""

    before: tuple[Seat, ...]
    is_worse: bool


def make_tables(
    driver: Driver, live_session_id: str, tables: int, rng: random.Random
) -> tuple[rules.SeatingSummary, tuple[Seat, ...]]:
    """Divide everyone present over `tables` tables; answers what was done and the seats before."""
    if not 1 <= tables <= MOST_TABLES:
        raise BadInput("tables_out_of_range", most=MOST_TABLES)
    with transaction() as db:
        evening = _open(db, driver, live_session_id)
        owners = frozenset(challenge.owner.id for challenge in evening.challenges)
        seated = rules.divide(evening.people, tables, rng, owners=owners)
        _keep(db, evening, seated, tables)
        return rules.seating_summary(seated, tables), _seats(evening.people)


def move(driver: Driver, live_session_id: str, number: int, table: int) -> Moved:
    """Give one person another table; nobody else moves."""
    with transaction() as db:
        evening = _open(db, driver, live_session_id)
        tables = evening.live_session.tables
        if not 1 <= table <= tables:
            raise NotFound("table_gone")
        moved = rules.move(evening.people, _person(evening, number).id, table)
        _keep(db, evening, moved, tables)
        return Moved(_seats(evening.people), rules.mix_gets_worse(evening.people, moved, tables))


def put_back(driver: Driver, live_session_id: str, seats: Iterable[Seat]) -> None:
    """Undo: everyone who is still there gets the seat from before."""
    before = {seat.person_id: seat for seat in seats}
    with transaction() as db:
        evening = _open(db, driver, live_session_id)
        restored = tuple(
            replace(person, table=before[person.id].table, seat=before[person.id].seat)
            if person.id in before
            else person
            for person in evening.people
        )
        highest = max((person.table or 0 for person in restored), default=0)
        _keep(db, evening, restored, highest)


def keep_together(driver: Driver, live_session_id: str, number: int, other: int) -> None:
    """Mark two people, and whoever is with them, as company that stays at one table."""
    with transaction() as db:
        evening = _open(db, driver, live_session_id)
        one, two = _person(evening, number), _person(evening, other)
        company = one.together or two.together or token_hex(4)
        joined = {name for name in (one.together, two.together) if name}
        members = [
            replace(person, together=company)
            for person in evening.people
            if person.number in (number, other) or person.together in joined
        ]
        people.save(db, members)


def keep_apart(driver: Driver, live_session_id: str, number: int) -> None:
    """Take one person out of their company."""
    with transaction() as db:
        evening = _open(db, driver, live_session_id)
        people.save(db, [replace(_person(evening, number), together="")])


def _open(db: Transaction, driver: Driver, live_session_id: str) -> Evening:
    live_session = live_sessions.change(db, live_session_id, cast=True)
    require_driver(driver, live_session)
    require_open(live_session)
    return evenings.around(db, live_session)


def _keep(db: Transaction, evening: Evening, seated: tuple[Person, ...], tables: int) -> None:
    known = {person.id: person for person in evening.people}
    people.save(db, [person for person in seated if person != known[person.id]])
    live_sessions.save(db, replace(evening.live_session, tables=tables))


def _seats(present: Iterable[Person]) -> tuple[Seat, ...]:
    return tuple(Seat(person.id, person.table, person.seat) for person in present)


def _person(evening: Evening, number: int) -> Person:
    person = evening.person(number)
    if person is None:
        raise NotFound("person_gone")
    return person
