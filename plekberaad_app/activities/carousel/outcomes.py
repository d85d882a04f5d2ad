"""What a later step may take up from a carousel: ideas that an owner chose, and next steps."""

from collections.abc import Iterator

from plekberaad_app.activities.carousel.next_steps import NEXT_STEP
from plekberaad_app.activities.carousel.wall import IDEA
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.core.contributions import Contribution

# What each kind says, and what has to be said of it before others may take it up.
_SAYS = {IDEA: "text", NEXT_STEP: "what"}
_WANTED = {IDEA: "marked", NEXT_STEP: "what"}


def outcomes(scene: Scene) -> tuple[Outcome, ...]:
    """The chosen ideas and then the next steps, in order of arrival."""
    about = {challenge.id: challenge.told for challenge in scene.challenges}
    return tuple(
        Outcome(
            id=item.id,
            kind=item.kind,
            text=item.payload[_SAYS[item.kind]],
            table=item.table or 0,
            about=about.get(item.challenge_id, ""),
        )
        for item in _chosen(scene)
    )


def _chosen(scene: Scene) -> Iterator[Contribution]:
    for kind, wanted in _WANTED.items():
        for item in scene.board.of_step(scene.step.id, kind):
            if not item.hidden and item.payload.get(wanted):
                yield item
