"""What the projector shows: only what is meant for the whole room."""

from datetime import datetime

from plekberaad_app.activities.contract.activity import Audience, Note
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.names import told_apart
from plekberaad_app.core.people import still_here
from plekberaad_app.live.projections import Values
from plekberaad_app.room.projections.common import (
    face,
    lit_note,
    next_steps,
    note_view,
    notes,
    room,
    shown_clock,
    stage,
    tables,
    together,
    view,
)
from plekberaad_app.room.projections.groups import group_cards
from plekberaad_app.room.views.common import NoteView
from plekberaad_app.room.views.projector import ArrivalCard, ScreenView

AUDIENCE = Audience("projector")


def shared(evening: Evening, audience: Audience, now: datetime) -> Values:
    """The room's view."""
    return together(PARTS, evening, audience, now)


def _where_we_are(evening: Evening, _audience: Audience, now: datetime) -> Values:
    shown = face(evening, AUDIENCE, now)
    return {
        "room": room(evening, now),
        "stage": stage(evening, shown, now),
        "clock": shown_clock(evening, now),
        "face": view(shown),
    }


def _on_the_wall(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"notes": _wall(evening, now), "screen": _screen(evening, now)}


def _people(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {
        "tables": tables(evening, now),
        "groups": group_cards(evening, now),
        "arrived": _arrived(evening),
    }


def _decided(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"next_steps": next_steps(evening, now)}


PARTS = (_where_we_are, _on_the_wall, _people, _decided)


def passing(evening: Evening, _audience: Audience, now: datetime) -> Values:
    """The part of the room's view that changes by itself: an enlarged note goes back after a
    while."""
    return {"screen": _screen(evening, now)} if evening.live_session.screen.spotlight else {}


def _wall(evening: Evening, now: datetime) -> tuple[Note, ...]:
    only, shown = evening.live_session.screen.wall_table, notes(evening, AUDIENCE, now)
    return _of_table(shown, only) if only else shown


@memoized(64)
def _of_table(shown: tuple[Note, ...], table: int) -> tuple[Note, ...]:
    return tuple(note for note in shown if note.table == table)


def _arrived(evening: Evening) -> list[ArrivalCard]:
    """The people who are in, in order of arrival, until it begins."""
    if evening.live_session.status is not Status.LOBBY:
        return []
    return [
        ArrivalCard(
            number=person.number,
            sign=person.table or person.number,
            name=shown_name(person.name, person.number),
        )
        for person in still_here(told_apart(evening.people))
    ]


def _screen(evening: Evening, now: datetime) -> ScreenView:
    screen = evening.live_session.screen
    lit = lit_note(evening, now)
    return ScreenView(
        mode=screen.mode,
        wall_table=screen.wall_table,
        unlocked=sorted(evening.live_session.unlocked),
        spotlight=note_view(lit) if lit else NoteView(),
    )
