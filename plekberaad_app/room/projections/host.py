"""What the screen of a table sees: what a phone there does, and who sits around it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Activity, Audience, Scene
from plekberaad_app.activities.contract.capabilities import HasTurns, Writes
from plekberaad_app.activities.contract.stage import running_at
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.at_tables import next_of, speaker_of, unheard
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Person
from plekberaad_app.live.projections import Values
from plekberaad_app.platform.proxy_keys import proxy_key
from plekberaad_app.room.projections.at_tables import at_table
from plekberaad_app.room.projections.common import face, notes, room, stage, view
from plekberaad_app.room.projections.phone import compact_note, written_kinds
from plekberaad_app.room.table_seats import people_at
from plekberaad_app.room.taking_home import own_notes
from plekberaad_app.room.views.common import RoomView
from plekberaad_app.room.views.host import HostView, SeatCard
from plekberaad_app.room.views.phone import MeView

Here = tuple[Activity, Scene]


def _where_we_are(evening: Evening, audience: Audience, now: datetime) -> Values:
    table = audience.table or 0
    seen = _as_phone(evening, table, now)
    shown = face(evening, seen, now)
    is_unlocked = table in evening.live_session.unlocked
    me = MeView(is_loaded=True, has_joined=True, table=table, sits_at=table, role=seen.role)
    return {
        "room": _own_room(evening, table, now),
        "stage": stage(evening, shown, now, table),
        "clock": None if is_unlocked else evening.live_session.clock,
        "face": view(shown),
        "me": me,
        "personal": _personal(evening, table, now),
    }


def _wall(evening: Evening, audience: Audience, now: datetime) -> Values:
    return {"notes": notes(evening, _as_phone(evening, audience.table or 0, now), now)}


def _typed(evening: Evening, audience: Audience, now: datetime) -> Values:
    """What was typed here, for the table or for somebody without a phone."""
    table = audience.table or 0
    here = running_at(evening, table, now)
    if here is None:
        return {"mine": [], "stored": []}
    tags = [author_tag(key, here[1].step.id) for key in _keys(evening, table, now)]
    mine = [compact_note(note) for tag in tags for note in own_notes(*here, tag)]
    return {"mine": mine, "stored": _stored(evening, here, tags)}


def _around(evening: Evening, audience: Audience, now: datetime) -> Values:
    table = audience.table or 0
    seated = people_at(evening, table, now)
    order, said = [each.number for each in seated], evening.at_tables.speakers.get(table)
    here = running_at(evening, table, now)
    return {
        "host": HostView(
            table=table,
            phoneless=[_seat(each) for each in seated if not each.has_phone],
            speaker=_name(seated, speaker_of(order, said)),
            next_speaker=_name(seated, next_of(order, said)) if len(order) > 1 else "",
            unheard=_unheard(evening, here, seated),
            steering=evening.live_session.steering,
            can_write=here is not None and isinstance(here[0], Writes),
        ),
        "at_table": at_table(evening, table, now),
    }


PARTS = (_where_we_are, _wall, _typed, _around)


def _own_room(evening: Evening, table: int, now: datetime) -> RoomView:
    """A browser keeps what is typed under the code: apart from what somebody types on a phone of
    their own, in the same browser."""
    shared = room(evening, now)
    return replace(shared, code=f"{shared.code}.{table}")


def _as_phone(evening: Evening, table: int, now: datetime) -> Audience:
    """A phone at this table: where people take turns, that of one of the others.

    What a pair has between them is for nobody else.
    """
    here = running_at(evening, table, now)
    if here is None:
        return Audience("phone")
    roles = [here[0].seat(here[1], each)[1] for each in people_at(evening, table, now)]
    others = here[0].others if isinstance(here[0], HasTurns) else ""
    return Audience("phone", table, others if others in roles else next(iter(roles), ""))


def _personal(evening: Evening, table: int, now: datetime) -> Any:
    here = running_at(evening, table, now)
    return here[0].personal(here[1], "") if here else NO_VIEW


def _keys(evening: Evening, table: int, now: datetime) -> Iterable[str]:
    """Those under which something may be written on this screen."""
    yield proxy_key(f"{evening.live_session.id}:{table}")
    for person in people_at(evening, table, now):
        if not person.has_phone:
            yield proxy_key(person.id)


def _stored(evening: Evening, here: Here, tags: Sequence[str]) -> list[str]:
    return [
        item.id
        for tag in tags
        for kind in written_kinds(here[0])
        for item in evening.board.of_author(tag, kind)
    ]


def _unheard(evening: Evening, here: Here | None, seated: Sequence[Person]) -> list[str]:
    """The names of who wrote nothing yet; whoever has the turn listens."""
    if here is None or not isinstance(here[0], Writes):
        return []
    found = seated
    if isinstance(here[0], HasTurns):
        found = [each for each in seated if here[0].seat(here[1], each)[1] == here[0].others]
    silent = unheard([each.number for each in found], evening.at_tables.heard)
    return [_name(found, number) for number in silent]


def _seat(person: Person) -> SeatCard:
    return SeatCard(person.number, shown_name(person.name, person.number))


def _name(people: Sequence[Person], number: int | None) -> str:
    found = (each for each in people if each.number == number)
    return next((shown_name(each.name, each.number) for each in found), "")
