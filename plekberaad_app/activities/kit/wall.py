"""A wall of notes that people write: which there are, who may read them now, and as whom.

In a step with rounds each round has a wall of its own; in another all is of round 1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from plekberaad_app.activities.contract.activity import Actor, Audience, Note, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.contributing import contribution, kept_once
from plekberaad_app.core.contributions import Board, Contribution
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.pending_review import held


class Private(Protocol):
    """Options that say whether notes are for their authors alone before the facilitator opens
    them."""

    @property
    def is_private(self) -> bool:
        """Whether they are."""
        ...


@dataclass(frozen=True, slots=True)
class NoteWall:
    """Notes of one `kind` of contribution, which may be read from `phase` on.

    `opening`: the kind of contribution that says that everybody may read what was private.
    """

    kind: str
    phase: str
    opening: str

    def written(self, scene: Scene, number: int = 1) -> list[Contribution]:
        """All notes of a round, hidden ones too, in order of arrival."""
        notes = scene.board.of_step(scene.step.id, self.kind)
        return [note for note in notes if note.round == number]

    def is_secret(self, scene: Scene, options: Private, number: int = 1) -> bool:
        """Whether only their authors may see a round's notes for now."""
        return options.is_private and not any(
            opening.round == number for opening in scene.board.of_step(scene.step.id, self.opening)
        )

    def is_readable(self, scene: Scene, options: Private, number: int = 1) -> bool:
        """Whether a round's notes may leave their authors' phones now."""
        return scene.has_reached(self.phase, number) and not self.is_secret(scene, options, number)

    def readable(self, scene: Scene, options: Private, number: int = 1) -> list[Contribution]:
        """What the whole room may read of a round now, in order of arrival; nothing hidden."""
        if not self.is_readable(scene, options, number):
            return []
        return [note for note in self.written(scene, number) if not note.hidden]

    def hanging(
        self, scene: Scene, audience: Audience, number: int = 1, *, is_shared: bool
    ) -> tuple[Note, ...]:
        """A round's notes, once they are readable, as an audience sees them; nothing hidden.

        Where the wall is not `is_shared`, a phone sees the notes of its own table. The tablet gets
        hidden notes too, to bring them back, and hears which came from paper.
        """
        if audience.screen == "tablet":
            return _of_tablet(scene.board, scene.step.id, self.kind, number)
        if audience.screen == "phone" and not is_shared:
            return _of_table(scene.board, scene.step.id, self.kind, number, audience.table)
        return _of_room(scene.board, scene.step.id, self.kind, number)

    def opened(self, scene: Scene, actor: Actor, number: int = 1) -> Sequence[Contribution]:
        """Everybody may read a round's notes from now on; nothing when they may already."""
        opening_id = own_id(self.opening, scene.step.id, number)
        return kept_once(scene, contribution(scene, actor, self.opening, opening_id, number=number))


# The board is that of a snapshot: it does not change, so each wall is made once for all who see it.
@memoized(64)
def _of_room(board: Board, step_id: str, kind: str, number: int) -> tuple[Note, ...]:
    return _shown(board.of_step(step_id, kind), number)


@memoized(256)
def _of_table(
    board: Board, step_id: str, kind: str, number: int, table: int | None
) -> tuple[Note, ...]:
    return _shown(board.of_table(step_id, kind, table), number)


@memoized(64)
def _of_tablet(board: Board, step_id: str, kind: str, number: int) -> tuple[Note, ...]:
    notes = [note for note in board.of_step(step_id, kind) if note.round == number]
    return tuple(_from_paper(note) if note.on_behalf else _as_note(note) for note in notes)


def _shown(notes: Iterable[Contribution], number: int) -> tuple[Note, ...]:
    return tuple(_as_note(note) for note in notes if note.round == number and not note.hidden)


@memoized(4096)
def _as_note(note: Contribution) -> Note:
    """As it hangs, without a trace of who wrote it; the same note for the same contribution."""
    said = note.payload
    return Note(
        id=note.id,
        text=said["text"],
        table=note.table or 0,
        marked=said.get("marked", False),
        asked=said.get("asked", False),
        answer=said.get("answer", ""),
        hidden=note.hidden,
        held=held(note),
    )


@memoized(1024)
def _from_paper(note: Contribution) -> Note:
    return replace(_as_note(note), paper=True)
