"""What only the projector draws."""

from dataclasses import dataclass, field

from plekberaad_app.room.views.common import NoteView


@dataclass(frozen=True)
class ArrivalCard:
    """Somebody who came in; `name` as in TableCard.

    `sign` is the table whose animal they get: their own or, as long as they have none, any.
    """

    number: int = 0
    sign: int = 0
    name: str = ""


@dataclass(frozen=True)
class ScreenView:
    """What the projector shows: 'stage', 'join', 'tables', 'next_steps' or 'black'.

    `wall_table` 0 means the notes of all tables; `spotlight` is the id of one note or ''.
    `unlocked` has the tables that do not follow the room's clock.
    """

    mode: str = "stage"
    wall_table: int = 0
    unlocked: list[int] = field(default_factory=list)
    spotlight: NoteView = field(default_factory=NoteView)
