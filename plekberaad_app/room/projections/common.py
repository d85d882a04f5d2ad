"""What the projections of all screens share: the stage, the notes, the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from plekberaad_app.activities.contract.activity import Audience, Face, Note, Scene, Sign
from plekberaad_app.activities.contract.capabilities import HasWall
from plekberaad_app.activities.contract.report import NextStep, Section
from plekberaad_app.activities.contract.stage import running, running_at
from plekberaad_app.activities.contract.titles import own_and_ours
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.clock import Clock
from plekberaad_app.core.evening import Evening, LiveSession, Status
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.names import told_apart
from plekberaad_app.core.people import still_here
from plekberaad_app.core.programme import Stop
from plekberaad_app.core.say import Say
from plekberaad_app.live.last_sent import compact
from plekberaad_app.live.projections import Look, Values
from plekberaad_app.platform.addresses import short_address
from plekberaad_app.platform.i18n.dates import said_time
from plekberaad_app.platform.settings import settings
from plekberaad_app.room.taking_home import next_steps_of
from plekberaad_app.room.views.common import (
    NextStepCard,
    NoteView,
    RoomView,
    StageView,
    TableCard,
)


def together(parts: Sequence[Look], evening: Evening, audience: Audience, now: datetime) -> Values:
    """A view with all its parts."""
    return {name: value for part in parts for name, value in part(evening, audience, now).items()}


# Once for all audiences that are told of an evening.
@memoized(16)
def room(evening: Evening, now: datetime) -> RoomView:
    """What is on every screen, whatever happens: the evening and how to get in."""
    live_session = evening.live_session
    return RoomView(
        code=live_session.code,
        title=live_session.title,
        place=live_session.place,
        question=live_session.question,
        join_address=_join_address(now.replace(second=0, microsecond=0)),
        begins=said_time(live_session.starts_at) if live_session.starts_at else "",
        is_rehearsal=bool(live_session.rehearses),
        kinds=list(dict.fromkeys(step.kind for step in evening.steps)),
    )


@lru_cache(maxsize=1)
def _join_address(_minute: datetime) -> str:
    """Looked up again every minute: a laptop may switch networks in the middle of an evening."""
    return short_address(settings())


def face(evening: Evening, audience: Audience, now: datetime) -> Face | None:
    """The running step's face for an audience, or None in the lobby and after closing."""
    here = running_at(evening, audience.table, now)
    return here[0].face(here[1], audience) if here else None


def stage(
    evening: Evening,
    shown: Face | None,
    now: datetime,
    table: int | None = None,
    *,
    reads_all: bool = False,
) -> StageView:
    """Where the room is, or this table of it, with the one line for this audience.

    Whoever `reads_all` sees a message that is for one table too.
    """
    live_session = evening.live_session
    bare = _whatever_runs(
        evening, live_session.message if reads_all else _message_for(live_session, table)
    )
    here = running_at(evening, table, now)
    if here is None or shown is None or here[1].stop is None:
        return bare
    rules, scene, stop = *here, here[1].stop
    title, titled = own_and_ours(scene.step.title)
    return replace(
        bare,
        kind=scene.step.kind,
        step_id=scene.step.id,
        title=title,
        titled=titled,
        line=shown.line,
        rounds=max(known.round for known in scene.stops),
        is_unlocked=table in live_session.unlocked,
        asks=shown.asks,
        **_phase(scene, stop, rules.signs[stop.phase]),
    )


def _whatever_runs(evening: Evening, message: str) -> StageView:
    """What the stage tells in every status."""
    live_session = evening.live_session
    upcoming, upcoming_titled = own_and_ours(_upcoming(evening))
    return StageView(
        status=live_session.status.value,
        message=message,
        sound=live_session.has_sound,
        upcoming=upcoming,
        upcoming_titled=upcoming_titled,
    )


def _phase(scene: Scene, stop: Stop, sign: Sign) -> Values:
    return {
        "phase": stop.phase,
        "phase_title": _phase_title(scene, stop),
        "sign": sign.icon,
        "hue": sign.hue,
        "round": stop.round,
        "hurries": stop.hurries,
    }


def _message_for(live_session: LiveSession, table: int | None) -> str:
    """The message, unless it is for another table."""
    return live_session.message if live_session.message_table in (0, table) else ""


def shown_clock(evening: Evening, now: datetime) -> Clock | None:
    """The clock of the running stop, if screens show it."""
    here = running(evening, now)
    stop = here[1].stop if here else None
    return evening.live_session.clock if stop is None or stop.has_clock else None


def _upcoming(evening: Evening) -> str:
    """What the evening begins with, for people who are waiting for it."""
    is_waiting = evening.live_session.status is Status.LOBBY
    return evening.steps[0].title if is_waiting and evening.steps else ""


def _phase_title(scene: Scene, stop: Stop) -> Say:
    """The title of the phase; none if the step has no phases, so that its own title is shown."""
    return Say() if len(scene.stops) == 1 else Say(f"{scene.step.kind}.phase.{stop.phase}")


def notes(evening: Evening, audience: Audience, now: datetime) -> tuple[Note, ...]:
    """The wall of the running step for an audience."""
    here = running_at(evening, audience.table, now)
    if here is None or not isinstance(here[0], HasWall):
        return ()
    return here[0].notes(here[1], audience)


def lit_note(evening: Evening, now: datetime) -> Note | None:
    """The note that is shown large over the projector's wall, or None."""
    lit = evening.live_session.screen.lit(now)
    if not lit:
        return None
    shown = notes(evening, Audience("projector"), now)
    return next((note for note in shown if note.id == lit), None)


def note_view(note: Note) -> NoteView:
    """A note with all its fields."""
    return NoteView(**compact(note))


def view(shown: Face | None) -> Any:
    """What the activity's panel draws."""
    return shown.view if shown else NO_VIEW


def _seating(evening: Evening, _now: datetime) -> tuple[object, ...]:
    """What determines who sits where."""
    cast = (evening.people, evening.steps, evening.challenges)
    return (*cast, evening.live_session.steering)


@memoized(256, by=_seating)
def sitting(evening: Evening, now: datetime) -> Mapping[int, list[tuple[str, int]]]:
    """Per table (name, number) of the people at it now, in seat order."""
    here = running(evening, now)
    tables: dict[int, list[tuple[str, int]]] = {
        table: [] for table in range(1, evening.live_session.tables + 1)
    }
    for person in sorted(still_here(told_apart(evening.people)), key=lambda each: each.seat or 0):
        table = here[0].seat(here[1], person)[0] if here else person.table
        if table in tables:
            tables[table].append((person.name, person.number))
    return tables


def tables(evening: Evening, now: datetime) -> list[TableCard]:
    """Who sits where."""
    return [
        TableCard(number=table, names=named(people), size=len(people))
        for table, people in sitting(evening, now).items()
    ]


def next_steps(evening: Evening, now: datetime) -> list[NextStepCard]:
    """All next steps of the evening so far, in programme order."""
    return [_next_step_card(*found) for found in next_steps_of(evening, now)]


def named(names: Iterable[tuple[str, int]]) -> list[str]:
    """First names as the room may read them; somebody without a name still gets an entry."""
    return [shown_name(name, number) for name, number in names]


def _next_step_card(at: Section, step: NextStep) -> NextStepCard:
    """A next step, as screens draw it."""
    return NextStepCard(
        table=at.table,
        round=at.round,
        owner=shown_name(at.owner, at.owner_number) if at.owner_number else at.owner,
        challenge=at.about,
        what=step.what,
        who=step.who,
        when=step.when,
        not_yet=not step.what,
    )
