"""A vote needs something to choose from: why it cannot begin or go on, and the buttons that fix
it."""

from collections.abc import Sequence
from textwrap import shorten

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.obstacle import Cure, Obstacle, leaving_out
from plekberaad_app.activities.kit.choices import FEWEST_CHOICES, ask_choices
from plekberaad_app.activities.voting.choices import KINDS, Choice, choices_of, found_in
from plekberaad_app.activities.voting.options import MAX_CHOICES, MAX_LABEL, VotingOptions
from plekberaad_app.core.programme import Step


def lacking(options: VotingOptions) -> str:
    """What still has to be typed; '' when nothing."""
    if options.source != "typed" or len(options.choices) >= FEWEST_CHOICES:
        return ""
    return "voting.one_choice" if options.choices else "voting.no_choices"


def obstacle(scene: Scene, options: VotingOptions) -> Obstacle | None:
    """Fewer than two choices, before the vote or while people would vote; the result may be empty.

    A vote that runs goes on with the one choice that is left: whoever wants that taps *next*.
    """
    is_waiting = scene.stop_index < 0 or (scene.stop is not None and scene.stop.phase == "vote")
    choices = choices_of(scene, options)
    if not is_waiting or len(choices) >= FEWEST_CHOICES:
        return None
    cures = (*_taking_others(scene), _typing(choices), leaving_out(scene))
    if not choices:
        return Obstacle("voting.no_choices", cures)
    return Obstacle("voting.one_choice", cures, is_blocking=scene.stop is None)


def _taking_others(scene: Scene) -> list[Cure]:
    by_kind = [
        Cure(
            "set_options", Say(f"voting.cure.{source}"), values={"source": source, "from_step": ""}
        )
        for source in KINDS
        if len(found_in(scene, source)) >= FEWEST_CHOICES
    ]
    return by_kind + [_taking_all_of(step) for step in scene.steps if _brought_other(scene, step)]


def _brought_other(scene: Scene, step: Step) -> bool:
    """Whether a step brought enough to choose from, and of a kind that no other button uses."""
    found = found_in(scene, "outcomes", step.id)
    return len(found) >= FEWEST_CHOICES and any(each.kind not in KINDS.values() for each in found)


def _taking_all_of(step: Step) -> Cure:
    label = Say("voting.cure.outcomes", {"title": step.title})
    return Cure("set_options", label, values={"source": "outcomes", "from_step": step.id})


def _typing(known: Sequence[Choice]) -> Cure:
    """What can already be voted on is filled in, so that only what is missing has to be typed."""
    given = (shorten(choice.label, MAX_LABEL, placeholder="…") for choice in known)
    ask = ask_choices("voting", given, most=MAX_CHOICES, longest=MAX_LABEL)
    label = Say("voting.cure.more" if known else "voting.cure.typed")
    return Cure("set_options", label, values={"source": "typed"}, asks=(ask,))
