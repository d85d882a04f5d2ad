"""The ideas of a round: which ones there are, and whether anyone but their authors may read
them."""

from collections.abc import Iterable
from dataclasses import replace

from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import number_now
from plekberaad_app.activities.contract.activity import Audience, Note, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.core.contributions import Board, Contribution
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.pending_review import held

IDEA = "idea"
REVEAL = "reveal"


def ideas_of(scene: Scene, number: int) -> list[Contribution]:
    """All ideas of a round, hidden ones too, in order of arrival."""
    return [idea for idea in scene.board.of_step(scene.step.id, IDEA) if idea.round == number]


def is_secret(scene: Scene, options: CarouselOptions, number: int) -> bool:
    """Whether only their authors may see this round's ideas for now."""
    return options.is_private and scene.board.get(reveal_id(scene, number)) is None


def reveal_id(scene: Scene, number: int) -> str:
    """The id of the contribution that says that a round's ideas may be read."""
    return own_id(REVEAL, scene.step.id, number)


def readable(scene: Scene, options: CarouselOptions, number: int) -> list[Contribution]:
    """The ideas that may leave their authors' phones now; a facilitator may have hidden some."""
    return ideas_of(scene, number) if is_readable(scene, options, number) else []


def is_readable(scene: Scene, options: CarouselOptions, number: int) -> bool:
    """Whether this round's ideas may leave their authors' phones now."""
    return scene.has_reached("ideas", number) and not is_secret(scene, options, number)


def notes(scene: Scene, options: CarouselOptions, audience: Audience) -> tuple[Note, ...]:
    """The wall of this round; a private or hidden text is on nobody's.

    The tablet gets hidden notes too, to bring them back, and hears which came from paper.
    """
    number = _round_to_read(scene, options)
    if not number:
        return ()
    if audience.screen == "tablet":
        return _of_tablet(scene.board, scene.step.id, number)
    if audience.screen == "phone" and not options.is_wall_shared:
        return _of_table(scene.board, scene.step.id, number, audience.table)
    return _of_room(scene.board, scene.step.id, number)


@memoized(16)
def _round_to_read(scene: Scene, options: CarouselOptions) -> int:
    """The running round, or 0 when its ideas may not be read; once for all who look at a scene."""
    number = number_now(scene)
    return number if is_readable(scene, options, number) else 0


# The board is that of a snapshot: it does not change, so each wall is made once for all who see it.
@memoized(64)
def _of_room(board: Board, step_id: str, number: int) -> tuple[Note, ...]:
    return _shown(board.of_step(step_id, IDEA), number)


@memoized(256)
def _of_table(board: Board, step_id: str, number: int, table: int | None) -> tuple[Note, ...]:
    return _shown(board.of_table(step_id, IDEA, table), number)


@memoized(64)
def _of_tablet(board: Board, step_id: str, number: int) -> tuple[Note, ...]:
    ideas = [idea for idea in board.of_step(step_id, IDEA) if idea.round == number]
    return tuple(_from_paper(idea) if idea.on_behalf else _as_note(idea) for idea in ideas)


def _shown(ideas: Iterable[Contribution], number: int) -> tuple[Note, ...]:
    return tuple(_as_note(idea) for idea in ideas if idea.round == number and not idea.hidden)


@memoized(4096)
def _as_note(idea: Contribution) -> Note:
    """An idea as a paper note, without a trace of who wrote it; the same note for the same idea."""
    return Note(
        id=idea.id,
        text=idea.payload["text"],
        table=idea.table or 0,
        marked=idea.payload["marked"],
        asked=idea.payload["asked"],
        answer=idea.payload["answer"],
        hidden=idea.hidden,
        held=held(idea),
    )


@memoized(1024)
def _from_paper(idea: Contribution) -> Note:
    return replace(_as_note(idea), paper=True)
