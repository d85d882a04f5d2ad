"""'Ben jij dat?': a second phone of somebody who is in already, and what it may become of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from plekberaad_app.core.merging import said
from plekberaad_app.core.names import sound
from plekberaad_app.core.people import Habit, Kind, Person

# Who came in just now may have no connection yet: a phone takes a while to open its page.
ARRIVING = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a phone answered when it was asked about the person with this number.

    Number 0: it was not asked yet.
    """

    number: int = 0
    is_same: bool = False


def namesakes(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """Who came in by phone with this name, in order of number; nobody for who gives none."""
    if not name:
        return ()
    called = (each for each in people if each.has_phone and sound(each.name) == sound(name))
    return tuple(sorted(called, key=lambda person: person.number))


def recognised(silent: Collection[Person], reply: Reply) -> Person | None:
    """Whose second phone this is, by its own word; only of somebody whose phone is silent."""
    return next((each for each in silent if reply.is_same and each.number == reply.number), None)


def to_ask_about(silent: Collection[Person], reply: Reply) -> Person | None:
    """About whom to ask next: everyone once, in order of number."""
    return next((each for each in silent if each.number > reply.number), None)


def back_again(person: Person, answers: Person) -> Person:
    """A person on a second phone: what was not said before may be said now, nothing changes."""
    return replace(
        person,
        kind=said(person.kind, answers.kind, Kind.SKIPPED),
        habit=said(person.habit, answers.habit, Habit.SKIPPED),
        has_left=False,
    )
