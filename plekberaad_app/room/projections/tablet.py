"""What the facilitator sees: who is in, the tables, the plan, and what the big button will do."""

from datetime import datetime

from plekberaad_app.activities.contract.activity import Audience, Face
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.disclosure import told_cells, told_share
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.names import told_apart
from plekberaad_app.core.people import (
    UNKNOWN,
    Challenge,
    Habit,
    Person,
    by_owner,
    goal_of,
    habit_counts,
)
from plekberaad_app.live.projections import Values
from plekberaad_app.room.projections.at_tables import at_tables
from plekberaad_app.room.projections.common import (
    face,
    next_steps,
    notes,
    room,
    shown_clock,
    stage,
    tables,
    together,
    view,
)
from plekberaad_app.room.projections.controls import controls, programme
from plekberaad_app.room.projections.groups import group_cards
from plekberaad_app.room.projections.planning import plan
from plekberaad_app.room.step_words import said_and_done
from plekberaad_app.room.views.tablet import PersonCard, PresenceView, ScriptView

AUDIENCE = Audience("tablet")


def shared(evening: Evening, audience: Audience, now: datetime) -> Values:
    """The facilitator's view."""
    return together(PARTS, evening, audience, now)


def _where_we_are(evening: Evening, _audience: Audience, now: datetime) -> Values:
    shown = face(evening, AUDIENCE, now)
    return {
        "room": room(evening, now),
        "stage": stage(evening, shown, now, reads_all=True),
        "clock": shown_clock(evening, now),
        "face": view(shown),
        "script": _script(evening, shown, now),
    }


def _wall(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"notes": notes(evening, AUDIENCE, now)}


def _people(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {
        "groups": group_cards(evening, now),
        "roster": _roster(evening.people, evening.challenges),
        "presence": _presence(evening.people),
        "tables": tables(evening, now),
    }


def _programme(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"programme": programme(evening, now), "plan": plan(evening, now)}


def _buttons(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"controls": controls(evening, now)}


def _decided(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"next_steps": next_steps(evening, now)}


def passing(evening: Evening, _audience: Audience, now: datetime) -> Values:
    """The part of the facilitator's view that changes by itself: during a pause the evening gets
    late."""
    return {"programme": programme(evening, now), "controls": controls(evening, now)}


def _tables_say(evening: Evening, _audience: Audience, now: datetime) -> Values:
    return {"at_tables": at_tables(evening, now)}


PARTS = (_where_we_are, _wall, _buttons, _people, _programme, _decided, _tables_say)


def _script(evening: Evening, shown: Face | None, now: datetime) -> ScriptView:
    """In the words that somebody of the library wrote for this phase, or else in ours."""
    here = running(evening, now)
    if here is None or shown is None or shown.script is None:
        return ScriptView()
    step, stop = here[1].step, here[1].stop
    said = said_and_done(step, stop, shown.script) if stop else {}
    return ScriptView(**said, who=step.who)


@memoized(64)
def _roster(people: tuple[Person, ...], challenges: tuple[Challenge, ...]) -> list[PersonCard]:
    brought = by_owner(challenges)
    return [
        PersonCard(
            number=person.number,
            name=person.name,
            shown=shown_name(told.name, person.number),
            kind=person.kind.value if person.kind else "",
            table=person.table or 0,
            has_phone=person.has_phone,
            has_left=person.has_left,
            together=person.together,
            challenge=brought[person.id].sentence if person.id in brought else "",
            held=brought[person.id].held if person.id in brought else "",
        )
        for person, told in zip(people, told_apart(people), strict=True)
    ]


@memoized(64)
def _presence(people: tuple[Person, ...]) -> PresenceView:
    cells = told_cells(habit_counts(people))
    share = told_share(cells, Habit.NEVER.value, UNKNOWN)
    if share is None:
        return PresenceView(total=len(people))
    return PresenceView(
        total=len(people),
        is_told=True,
        is_exact=share.is_exact,
        newcomers=share.count,
        base=share.base,
        unknown=share.unknown,
        goal=goal_of(share.count, share.unknown, share.total).value,
    )
