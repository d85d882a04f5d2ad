"""What a table can put forward: what earlier steps brought, fixed when the harvest begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.outcomes import Outcome, Takes
from plekberaad_app.activities.harvest.options import HarvestOptions


@dataclass(frozen=True, slots=True)
class Choice:
    """An outcome, with its number among the choices."""

    number: int
    outcome: Outcome


def fixed_ids(scene: Scene) -> list[str]:
    """Which outcomes there are: according to the plan or, before it is made, as it is now.

    What people will do comes first.
    """
    if "choices" in scene.step.plan:
        return list(scene.step.plan["choices"])
    from_step = HarvestOptions.of(scene.step).from_step
    found = scene.take(Takes(steps=frozenset({from_step} if from_step else ())))
    return [each.id for each in sorted(found, key=lambda each: each.kind != "next_step")]


def choices_of(scene: Scene) -> tuple[Choice, ...]:
    """All of them, minus what has been hidden since."""
    standing = {each.id: each for each in scene.take(Takes())}
    return tuple(
        Choice(number, standing[known])
        for number, known in enumerate(fixed_ids(scene), start=1)
        if known in standing
    )


def choices_at(scene: Scene, table: int) -> Iterator[Choice]:
    """What a table chooses from: what came from there, or from no table in particular."""
    return (each for each in choices_of(scene) if each.outcome.table in (0, table))
