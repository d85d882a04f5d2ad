"""A vote needs something to vote on: why it cannot begin or go on, and the taps that end it."""

from plekberaad_app.activities.interface import Say, Scene
from plekberaad_app.activities.obstacle import Ask, Cure, Obstacle, leaving_out
from plekberaad_app.activities.voting.choices import choices_of, found_in
from plekberaad_app.activities.voting.options import MOST_CHOICES, MOST_LABEL, VotingOptions

_FROM_EARLIER = ("next_steps", "marked")


def obstacle(scene: Scene, options: VotingOptions) -> Obstacle | None:
    """No choices, before the vote or while people would vote; the result may be empty."""
    is_waiting = scene.stop_index < 0 or (scene.stop is not None and scene.stop.phase == "vote")
    if not is_waiting or choices_of(scene, options):
        return None
    taken = (_taking(source) for source in _FROM_EARLIER if found_in(scene, source))
    return Obstacle("voting.no_choices", (*taken, _typing(), leaving_out(scene)))


def _taking(source: str) -> Cure:
    return Cure("set_options", Say(f"voting.cure.{source}"), values={"source": source})


def _typing() -> Cure:
    ask = Ask(
        "choices",
        Say("voting.ask.choices", {"most": MOST_CHOICES}),
        MOST_CHOICES * (MOST_LABEL + 1),
        is_list=True,
        most=MOST_CHOICES,
        is_required=True,
    )
    return Cure("set_options", Say("voting.cure.typed"), values={"source": "typed"}, asks=(ask,))
