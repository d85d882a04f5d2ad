"""The ideas of a round: which there are, and whether others than their authors may read them."""

from collections.abc import Iterable

from plekberaad_app.activities.acting import own_id
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.interface import Note, Scene
from plekberaad_app.domain.contributions import Contribution
from plekberaad_app.domain.remembering import remembered

IDEA = "idea"
REVEAL = "reveal"


def ideas_of(scene: Scene, number: int) -> list[Contribution]:
    """All ideas of a round, hidden ones too, in order of arrival."""
    return [idea for idea in scene.board.of_step(scene.step.id, IDEA) if idea.round == number]


def is_secret(scene: Scene, options: CarouselOptions, number: int) -> bool:
    """Whether this round's ideas are still for their authors' eyes only."""
    return options.is_private and scene.board.get(reveal_id(scene, number)) is None


def reveal_id(scene: Scene, number: int) -> str:
    """The id of the contribution that says that a round's ideas may be read."""
    return own_id(REVEAL, scene.step.id, number)


def readable(scene: Scene, options: CarouselOptions, number: int) -> list[Contribution]:
    """The ideas that may leave their authors' phones now; a facilitator may have hidden some."""
    if is_secret(scene, options, number) or not scene.has_reached("ideas", number):
        return []
    return ideas_of(scene, number)


def as_notes(ideas: Iterable[Contribution]) -> tuple[Note, ...]:
    """Ideas as paper notes, without a trace of who wrote them."""
    return tuple(_as_note(idea) for idea in ideas)


@remembered(4096)
def _as_note(idea: Contribution) -> Note:
    """The same note for the same idea, so that a wall is compared note by note at no cost."""
    return Note(
        id=idea.id,
        text=idea.payload["text"],
        table=idea.table or 0,
        marked=idea.payload["marked"],
        asked=idea.payload["asked"],
        answer=idea.payload["answer"],
        hidden=idea.hidden,
    )
