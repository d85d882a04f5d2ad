"""Who owns and who sits where in every round, worked out once for every change of the cast."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan, sits_at
from plekberaad_app.activities.carousel.turns import turns_left
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.parsing import read_options
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the challenge at each table and the table of each person (by id).

    At the tables in `left`, somebody had the turn who has since left.
    """

    challenges: Mapping[int, Challenge] = field(default_factory=dict)
    tables: Mapping[str, int] = field(default_factory=dict)
    thinkers: Mapping[int, tuple[Person, ...]] = field(default_factory=dict)
    left: tuple[int, ...] = ()

    def seat(self, person: Person) -> tuple[int | None, str]:
        """Where a person sits, and in which role; 'waiting' where nobody is owner."""
        table = self.tables.get(person.id) or person.table
        challenge = self.challenges.get(table or 0)
        if challenge is None:
            return table, "waiting"
        return table, "owner" if challenge.owner.id == person.id else "thinker"

    def table_owned_by(self, person: Person) -> int | None:
        """The table where this person is owner, or None."""
        for table, challenge in self.challenges.items():
            if challenge.owner.id == person.id:
                return table
        return None


NOBODY = Round()


def number_now(scene: Scene) -> int:
    """The running round; before the step the first, after it the last."""
    if scene.stop:
        return scene.stop.round
    return 1 if scene.stop_index < 0 else scene.stops[-1].round


def round_of(scene: Scene, number: int) -> Round:
    """A round as planned, or as it would be planned now; empty when there is no such round."""
    rounds = _laid_out(scene.step, scene.people, scene.challenges, scene.steps)
    return rounds[number - 1] if 1 <= number <= len(rounds) else NOBODY


def owner_seats(people: tuple[Person, ...], challenges: tuple[Challenge, ...]) -> list[OwnerSeat]:
    """The owners who have a table, in the order in which they came forward."""
    tables = {person.id: person.table for person in people}
    seats = ((challenge, tables.get(challenge.owner.id)) for challenge in challenges)
    return [
        OwnerSeat(challenge.id, challenge.owner.id, table) for challenge, table in seats if table
    ]


def make_plan(
    step: Step,
    people: tuple[Person, ...],
    challenges: tuple[Challenge, ...],
    steps: tuple[Step, ...] = (),
) -> Mapping[str, Any]:
    """The plan for these people, in this programme; raises the DomainError of a plan that cannot be
    made."""
    options = read_options(CarouselOptions, step.options)
    left = turns_left(step, steps, owner_seats(people, challenges))
    together = {person.id: person.together for person in people if person.together}
    return left.plan(Mode(options.mode), options.rounds, seating_of(people), together)


def seating_of(people: tuple[Person, ...]) -> dict[int, list[str]]:
    """Per home table who sits on each chair; a chair that somebody left stays empty ('')."""
    seating: dict[int, list[str]] = {}
    for person in sorted(people, key=lambda person: (person.seat or 0, person.number)):
        if person.table:
            chairs = seating.setdefault(person.table, [])
            chairs += [""] * ((person.seat or 0) - 1 - len(chairs))
            chairs.append(person.id)
    return seating


@memoized(256)
def _laid_out(
    step: Step,
    people: tuple[Person, ...],
    challenges: tuple[Challenge, ...],
    steps: tuple[Step, ...],
) -> tuple[Round, ...]:
    try:
        plan = step.plan or make_plan(step, people, challenges, steps)
        rotation = RotationPlan.from_json(plan["rotation"])
    except DomainError:
        return ()
    owners = [OwnerSeat(**owner) for owner in plan["owners"]]
    rounds = read_options(CarouselOptions, step.options).rounds
    return tuple(
        _round(rotation, owners, number, people, challenges) for number in range(1, rounds + 1)
    )


def _round(
    rotation: RotationPlan,
    owners: list[OwnerSeat],
    number: int,
    people: tuple[Person, ...],
    challenges: tuple[Challenge, ...],
) -> Round:
    known = {challenge.id: challenge for challenge in challenges}
    seated = [person for person in people if person.table]
    tables = {
        person.id: sits_at(rotation, person.id, person.table or 1, person.seat or 1, number, owners)
        for person in seated
    }
    at = {
        table: known.get(rotation.challenge_at(table, number))
        for table in range(1, rotation.tables + 1)
    }
    left = tuple(
        table for table, found in at.items() if not found and rotation.challenge_at(table, number)
    )
    bare = Round({table: each for table, each in at.items() if each}, tables, left=left)
    return replace(bare, thinkers=_thinkers(bare, seated))


def _thinkers(laid: Round, seated: list[Person]) -> dict[int, tuple[Person, ...]]:
    thinkers: dict[int, tuple[Person, ...]] = {}
    for person in seated:
        table, role = laid.seat(person)
        if table and role == "thinker":
            thinkers[table] = (*thinkers.get(table, ()), person)
    return thinkers
