"""What the room calls its people: a first name, plus a number where several people share it."""

from collections import Counter
from dataclasses import replace

from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.people import Challenge, Person


def sound(name: str) -> str:
    """The sound of a name: to a room, names that sound the same are the same name."""
    return name.strip().casefold()


@memoized(64)
def told_apart(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The same people, with names that tell them apart: of two called 'Maria', each gets her
    number.

    People without a name stay without one. For display only: never store these names.
    """
    times = Counter(sound(person.name) for person in people if person.name)
    if max(times.values(), default=0) < 2:
        return people
    return tuple(
        _numbered(person) if times[sound(person.name)] > 1 else person for person in people
    )


@memoized(64)
def with_names_of(
    challenges: tuple[Challenge, ...], people: tuple[Person, ...]
) -> tuple[Challenge, ...]:
    """The same challenges, each with its owner named as among `people`."""
    by_id = {person.id: person for person in people}
    return tuple(
        replace(challenge, owner=by_id.get(challenge.owner.id, challenge.owner))
        for challenge in challenges
    )


def _numbered(person: Person) -> Person:
    return replace(person, name=f"{person.name} ({person.number})")
