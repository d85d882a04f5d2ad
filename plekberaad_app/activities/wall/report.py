"""What a wall leaves: its question and its notes, and each note for later steps to take up."""

from collections.abc import Iterator

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block, Heading, Quotes, Section
from plekberaad_app.activities.wall.notes import NOTE, NOTES
from plekberaad_app.activities.wall.options import WallOptions
from plekberaad_app.core.contributions import Contribution


def report(scene: Scene, options: WallOptions) -> tuple[Block, ...]:
    """The question and the notes, counted, by table where each had a wall.

    Hidden notes are left out, and private ones until the facilitator has opened the wall.
    """
    notes = NOTES.readable(scene, options)
    if not notes:
        return ()
    asked = (Heading(options.question),) if options.question else ()
    return (*asked, *(_by_table(notes) if options.is_per_table else (_quotes(notes),)))


def _by_table(notes: list[Contribution]) -> Iterator[Block]:
    """What was written by people without a table comes first."""
    for table in sorted({note.table or 0 for note in notes}):
        quotes = _quotes([note for note in notes if (note.table or 0) == table])
        yield Section((quotes,), table=table) if table else quotes


def _quotes(notes: list[Contribution]) -> Quotes:
    return Quotes.of(notes, title=Say("wall.report.notes", {"n": len(notes)}))


def outcomes(scene: Scene, options: WallOptions) -> tuple[Outcome, ...]:
    """Every note that the room may read."""
    return tuple(
        Outcome(note.id, NOTE, note.payload["text"], table=note.table or 0)
        for note in NOTES.readable(scene, options)
    )
