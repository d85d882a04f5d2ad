"""What was put forward: chosen from earlier steps, or brought in a table's own words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.activities.contract.activity import Note, Scene
from plekberaad_app.activities.contract.outcomes import Takes
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.pending_review import held

NOTE, CHOSEN = "note", "chosen"
SAT_OUT = "sat_out"


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a table tells the room; `by` is the number of who chose it (0: nobody's).

    `source` is the outcome it was chosen from, '' for what is new. The room sees none that
    `is_hidden`.
    """

    id: str
    text: str
    table: int
    written_at: datetime
    source: str = ""
    about: str = ""
    by: int = 0
    is_hidden: bool = False
    held: str = ""

    @property
    def place(self) -> tuple[int, datetime, str]:
        """Where it stands in the telling: table by table, in order of arrival."""
        return self.table, self.written_at, self.id

    def as_note(self) -> Note:
        """As it hangs beside the tablet."""
        return Note(self.id, self.text, self.table, hidden=self.is_hidden, held=self.held)


def items_of(scene: Scene) -> tuple[Item, ...]:
    """What the room may see, in the order in which it is told."""
    return tuple(item for item in every_item(scene) if not item.is_hidden)


@memoized(64, by=lambda scene: (scene.board, scene.steps, scene.step, scene.challenges))
def every_item(scene: Scene) -> tuple[Item, ...]:
    """The hidden too. What was taken back where it came from is not there any more."""
    return tuple(sorted((*_new(scene), *_chosen(scene)), key=lambda item: item.place))


def how_many(scene: Scene) -> Counter[int]:
    """How many places each table has used."""
    return Counter(item.table for item in every_item(scene))


def silent_tables(scene: Scene) -> list[int]:
    """The tables with people that put nothing forward and do not sit it out."""
    told = set(how_many(scene)) | sitting_out(scene)
    return sorted({person.table for person in scene.people if person.table} - told)


def sitting_out(scene: Scene) -> set[int]:
    """The tables of which somebody said that they put nothing forward."""
    return {item.table or 0 for item in scene.board.of_step(scene.step.id, SAT_OUT)}


def _new(scene: Scene) -> Iterator[Item]:
    for written in scene.board.of_step(scene.step.id, NOTE):
        yield _item(written, written.payload["text"])


def _chosen(scene: Scene) -> Iterator[Item]:
    standing = {each.id: each for each in scene.take(Takes())}
    for chosen in scene.board.of_step(scene.step.id, CHOSEN):
        source = standing.get(chosen.payload["outcome"])
        if source:
            by = chosen.payload["by"]
            yield _item(chosen, source.text, source=source.id, about=source.about, by=by)


def _item(
    stored: Contribution, text: str, *, source: str = "", about: str = "", by: int = 0
) -> Item:
    return Item(
        id=stored.id,
        text=text,
        table=stored.table or 0,
        written_at=stored.created_at,
        source=source,
        about=about,
        by=by,
        is_hidden=stored.hidden,
        held=held(stored),
    )
