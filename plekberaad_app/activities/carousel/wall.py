"""The ideas of a round: which ones there are, and whether anyone but their authors may read
them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

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


@dataclass(frozen=True, slots=True)
class _Walls:
    """A round's notes, in order of arrival: as the room, each table and the tablet see them."""

    of_room: tuple[Note, ...] = ()
    of_tables: Mapping[int, tuple[Note, ...]] = field(default_factory=dict)
    of_tablet: tuple[Note, ...] = ()


def notes(scene: Scene, options: CarouselOptions, audience: Audience) -> tuple[Note, ...]:
    """The wall of this round; a private or hidden text is on nobody's.

    The tablet gets hidden notes too, to bring them back, and hears which came from paper.
    """
    walls = _walls_now(scene, options)
    if audience.screen == "tablet":
        return walls.of_tablet
    if audience.screen == "phone" and not options.is_wall_shared:
        return walls.of_tables.get(audience.table or 0, ())
    return walls.of_room


@memoized(16)
def _walls_now(scene: Scene, options: CarouselOptions) -> _Walls:
    """Those of the running round, without notes when its ideas may not be read."""
    number = number_now(scene)
    readable = is_readable(scene, options, number)
    return _walls(scene.board, scene.step.id, number) if readable else _Walls()


@memoized(16)
def _walls(board: Board, step_id: str, number: int) -> _Walls:
    """The board is that of a snapshot, so it does not change."""
    ideas = [idea for idea in board.of_step(step_id, IDEA) if idea.round == number]
    notes = [_as_note(idea) for idea in ideas]
    shown = tuple(note for note in notes if not note.hidden)
    return _Walls(
        of_room=shown,
        of_tables=_by_table(shown),
        of_tablet=tuple(
            _from_paper(note) if idea.on_behalf else note
            for idea, note in zip(ideas, notes, strict=True)
        ),
    )


def _by_table(shown: Iterable[Note]) -> dict[int, tuple[Note, ...]]:
    tables: dict[int, list[Note]] = {}
    for note in shown:
        tables.setdefault(note.table, []).append(note)
    return {table: tuple(notes) for table, notes in tables.items()}


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
def _from_paper(note: Note) -> Note:
    return replace(note, paper=True)
