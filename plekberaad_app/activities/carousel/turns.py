"""The turns that are left for a carousel: one with a break in it is two steps that share them.

Whoever had a turn before the break has none after it, and the rounds after the break count when the
first ones are planned. Where groups rotate, they go on from the table where they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.rotation import (
    Seating,
    fewest_rounds,
    most_rounds,
    plan_rotation,
)
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan
from plekberaad_app.activities.contract.parsing import read_options
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.programme import Step


@dataclass(frozen=True, slots=True)
class TurnsLeft:
    """Who still has to get a turn, in this step and in the `later` rounds of steps that follow.

    `under_way` is the rotation that groups go on with, if they began it in an earlier step.
    """

    owners: Sequence[OwnerSeat]
    later: int = 0
    under_way: RotationPlan | None = None

    def fewest(self, mode: Mode, tables: int) -> int:
        """The rounds that this step needs, so that everyone gets a turn before the last step
        ends."""
        if self.under_way:
            return 1
        return max(fewest_rounds(mode, tables, self.owners) - self.later, 1)

    def most(self, mode: Mode, tables: int) -> int:
        """The rounds there can be before somebody hears an owner twice, or no turn is left."""
        if self.under_way:
            return self.under_way.rounds
        return most_rounds(mode, tables, self.owners)

    def plan(
        self, mode: Mode, rounds: int, seating: Seating, together: Mapping[str, str]
    ) -> Mapping[str, Any]:
        """The plan of this step; raises the DomainError of a plan that cannot be made."""
        rotation = self.under_way
        if rotation is None:
            rotation = plan_rotation(mode, rounds, seating, self.owners, together, self.later)
        elif rounds > rotation.rounds:
            raise DomainError("rotation.too_many_rounds", n=rotation.rounds)
        return {"rotation": rotation.to_json(), "owners": [asdict(each) for each in self.owners]}


def turns_left(step: Step, steps: Sequence[Step], owners: Sequence[OwnerSeat]) -> TurnsLeft:
    """What is left for this step of the programme, of all these owners."""
    index = next((at for at, each in enumerate(steps) if each.id == step.id), len(steps))
    alike = [each for each in steps[:index] if each.kind == step.kind and each.plan]
    later = sum(_rounds(each) for each in steps[index + 1 :] if each.kind == step.kind)
    under_way = _under_way(step, alike[-1]) if alike else None
    if under_way:
        return TurnsLeft([OwnerSeat(**each) for each in alike[-1].plan["owners"]], 0, under_way)
    had = {challenge for each in alike for challenge in _had(each)}
    return TurnsLeft([each for each in owners if each.challenge_id not in had], later)


def _under_way(step: Step, before: Step) -> RotationPlan | None:
    """The rotation of the step before, from where it stopped; None where nobody moves, or where
    nothing is left of it."""
    if _mode(step) is not Mode.GROUPS or _mode(before) is not Mode.GROUPS:
        return None
    rotation, done = RotationPlan.from_json(before.plan["rotation"]), _rounds(before)
    return rotation.after(done) if rotation.rounds > done else None


def _had(step: Step) -> set[str]:
    """The challenges that had a turn in a step."""
    turns = RotationPlan.from_json(step.plan["rotation"]).turns.values()
    return {challenge for row in turns for challenge in row[: _rounds(step)]}


def _rounds(step: Step) -> int:
    return read_options(CarouselOptions, step.options).rounds


def _mode(step: Step) -> Mode:
    return Mode(read_options(CarouselOptions, step.options).mode)
