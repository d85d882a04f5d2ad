"""'Ben jij dat?': a second phone of somebody who is already in, and what it may become."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from plekberaad_app.core.merging import said
from plekberaad_app.core.names import sound
from plekberaad_app.core.people import Habit, Kind, Person

# Somebody who has just come in may not be connected yet: a phone takes a while to open its page.
ARRIVING = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a phone answered about the person with this number.

    Number 0: it has not been asked yet.
    """

    number: int = 0
    is_same: bool = False


def namesakes(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """People who came in by phone with this name, in order of number; none without a name."""
    if not name:
        return ()
    called = (each for each in people if each.has_phone and sound(each.name) == sound(name))
    return tuple(sorted(called, key=lambda person: person.number))


def recognised(silent: Collection[Person], reply: Reply) -> Person | None:
    """Whose second phone this is, by its own word; only for somebody whose phone is silent."""
    return next((each for each in silent if reply.is_same and each.number == reply.number), None)


def to_ask_about(silent: Collection[Person], reply: Reply) -> Person | None:
    """Whom to ask about next: everyone once, in order of number."""
    return next((each for each in silent if each.number > reply.number), None)


def back_again(person: Person, answers: Person) -> Person:
    """A person on a second phone: open questions may be answered now, nothing else changes."""
    return replace(
        person,
        kind=said(person.kind, answers.kind, Kind.SKIPPED),
        habit=said(person.habit, answers.habit, Habit.SKIPPED),
        has_left=False,
    )
