"""Who sits at one table now, in seat order."""

from collections.abc import Sequence
from datetime import datetime

from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.names import told_apart
from plekberaad_app.core.people import Person, still_here


def people_at(evening: Evening, table: int, now: datetime) -> Sequence[Person]:
    """The people at a table, by names that tell them apart."""
    here = running(evening, now)

    def sits_at(person: Person) -> int | None:
        return here[0].seat(here[1], person)[0] if here else person.table

    found = (each for each in still_here(told_apart(evening.people)) if sits_at(each) == table)
    return sorted(found, key=lambda each: each.seat or 0)


def numbers_at(evening: Evening, table: int, now: datetime) -> Sequence[int]:
    """Their numbers."""
    return [person.number for person in people_at(evening, table, now)]
