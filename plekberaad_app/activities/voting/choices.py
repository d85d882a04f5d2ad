"""What can be voted on: typed choices, or what the steps before this one produced."""

from collections.abc import Mapping
from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.outcomes import Outcome, Takes
from plekberaad_app.activities.kit.choices import numbered
from plekberaad_app.activities.voting.options import VotingOptions

KINDS: Mapping[str, str] = {"next_steps": "next_step", "marked": "idea"}
"""Which outcomes each source takes up; 'outcomes' takes up all of them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to put a dot on, and the sentence of the challenge that it belongs to."""

    id: str
    label: str
    challenge: str = ""


def choices_of(scene: Scene, options: VotingOptions) -> tuple[Choice, ...]:
    """The choices as they are: fixed at the start, minus what has been hidden since."""
    if options.source == "typed":
        return tuple(Choice(id, label) for id, label in numbered(options.choices).items())
    standing = {each.id: each for each in scene.take(Takes())}
    return tuple(
        Choice(known, standing[known].text, standing[known].about)
        for known in fixed_ids(scene, options)
        if known in standing
    )


def fixed_ids(scene: Scene, options: VotingOptions) -> list[str]:
    """What the choices come from: according to the plan or, before it is made, as it is now."""
    if options.source == "typed":
        return []
    if "choices" in scene.step.plan:
        return list(scene.step.plan["choices"])
    return [each.id for each in found_in(scene, options.source, options.from_step)]


def found_in(scene: Scene, source: str, from_step: str = "") -> tuple[Outcome, ...]:
    """What the steps before this one, or that one step, have produced so far for this source."""
    kind = KINDS.get(source)
    return scene.take(
        Takes(
            kinds=frozenset({kind} if kind else ()),
            steps=frozenset({from_step} if from_step else ()),
        )
    )
