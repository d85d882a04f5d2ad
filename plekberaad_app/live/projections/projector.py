"""What the projector shows: only what is meant for the whole room."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plekberaad_app.activities.interface import Audience, Face
from plekberaad_app.domain.evening import Evening
from plekberaad_app.live.projections.common import (
    Values,
    compact,
    data,
    face,
    named,
    next_steps,
    note_view,
    room,
    sitting,
    stage,
)
from plekberaad_app.live.views import NoteView, ScreenView, TableCard

AUDIENCE = Audience("projector")


def shared(evening: Evening, _audience: Audience, now: datetime) -> Values:
    """The room's view."""
    shown = face(evening, AUDIENCE, now)
    return {
        "room": room(evening),
        "stage": stage(evening, shown, now),
        "clock": evening.live_session.clock,
        "face": data(shown),
        "notes": _wall(evening, shown),
        "tables": _tables(evening, now),
        "next_steps": next_steps(evening, now),
        "screen": _screen(evening, shown),
    }


def arrivals(evening: Evening, _audience: Audience, now: datetime) -> Values:
    """What of the room's view a quiet change can touch."""
    shown = face(evening, AUDIENCE, now)
    return {"face": data(shown), "notes": _wall(evening, shown)}


def _wall(evening: Evening, shown: Face | None) -> tuple[Mapping[str, Any], ...]:
    only = evening.live_session.screen.wall_table
    if shown is None:
        return ()
    return tuple(compact(note) for note in shown.notes if only in (0, note.table))


def _tables(evening: Evening, now: datetime) -> list[TableCard]:
    return [
        TableCard(number=table, names=named(people), size=len(people))
        for table, people in sitting(evening, now).items()
    ]


def _screen(evening: Evening, shown: Face | None) -> ScreenView:
    screen = evening.live_session.screen
    lit = (
        next((note for note in shown.notes if note.id == screen.spotlight), None) if shown else None
    )
    return ScreenView(
        mode=screen.mode,
        wall_table=screen.wall_table,
        spotlight=note_view(lit) if lit else NoteView(),
    )
