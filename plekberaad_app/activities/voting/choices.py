"""What can be voted on: typed choices, or what the carousels before this step brought in."""

from collections.abc import Iterable
from dataclasses import dataclass

from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.programme import Step


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to put a dot on, and the sentence of the challenge that it belongs to."""

    id: str
    label: str
    challenge: str = ""


def choices_of(scene: Scene, options: VotingOptions) -> tuple[Choice, ...]:
    """The choices as they stand: fixed at the start, without what was hidden since."""
    if options.source == "typed":
        return tuple(
            Choice(f"choice-{number}", label)
            for number, label in enumerate(options.choices, start=1)
        )
    found = (scene.board.get(known) for known in fixed_ids(scene, options))
    told = {challenge.id: challenge.told for challenge in scene.challenges}
    return tuple(
        Choice(item.id, _label(item), told.get(item.challenge_id, ""))
        for item in found
        if item is not None and _stands(item)
    )


def fixed_ids(scene: Scene, options: VotingOptions) -> list[str]:
    """What the choices come from: as the plan has it or, before it is made, as it is now."""
    if options.source == "typed":
        return []
    if "choices" in scene.step.plan:
        return list(scene.step.plan["choices"])
    return found_in(scene, options.source)


def found_in(scene: Scene, source: str) -> list[str]:
    """What the carousels before this step have brought in up to now, of this kind."""
    return [item.id for step in _steps_before(scene) for item in _candidates(scene, step, source)]


def _steps_before(scene: Scene) -> Iterable[Step]:
    for step in scene.steps:
        if step.id == scene.step.id:
            return
        yield step


def _candidates(scene: Scene, step: Step, source: str) -> Iterable[Contribution]:
    kind = "idea" if source == "marked" else "next_step"
    return filter(_stands, scene.board.of_step(step.id, kind))


def _stands(item: Contribution) -> bool:
    wanted = "marked" if item.kind == "idea" else "what"
    return not item.hidden and not item.withdrawn and bool(item.payload.get(wanted))


def _label(item: Contribution) -> str:
    return item.payload["text"] if item.kind == "idea" else item.payload["what"]
