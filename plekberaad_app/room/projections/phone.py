"""What a phone sees: its table's view, and what only its owner may see."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from plekberaad_app.activities.contract.activity import Activity, Audience, Scene
from plekberaad_app.activities.contract.capabilities import HasTurns, OwnNote, Writes
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.report import NextStep, Section, said
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.activities.contract.views import NO_VIEW
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.names import told_apart
from plekberaad_app.core.people import Person, by_id, by_owner
from plekberaad_app.live.projections import Values
from plekberaad_app.room.projections.at_tables import at_table
from plekberaad_app.room.projections.common import (
    face,
    notes,
    room,
    shown_clock,
    stage,
    together,
    view,
)
from plekberaad_app.room.projections.groups import pair_at, partners
from plekberaad_app.room.taking_home import is_thanked, own_ideas, own_notes, taken_home
from plekberaad_app.room.views.phone import (
    FirstStepCard,
    MeView,
    TakenHomeView,
    WishCard,
)

_NOTHING: Mapping[str, Any] = {
    "mine": [],
    "earlier": [],
    "stored": [],
    "personal": NO_VIEW,
    "home": TakenHomeView(),
}


def audience(evening: Evening, person: Person | None, now: datetime) -> Audience:
    """Which view this person's phone shares with others: that of their table and role, or of their
    pair."""
    here = running(evening, now)
    if person is None or here is None:
        return Audience("phone")
    table, role = here[0].seat(here[1], person)
    return Audience("phone", table, role, pair_at(evening, person, table, now))


def shared(evening: Evening, audience: Audience, now: datetime) -> Values:
    """What everybody with this table and role sees."""
    return together(PARTS, evening, audience, now)


def _where_we_are(evening: Evening, audience: Audience, now: datetime) -> Values:
    shown = face(evening, audience, now)
    return {
        "room": room(evening, now),
        "stage": stage(evening, shown, now, audience.table),
        "clock": None if _is_unlocked(evening, audience) else shown_clock(evening, now),
        "face": view(shown),
    }


def _wall(evening: Evening, audience: Audience, now: datetime) -> Values:
    return {"notes": notes(evening, audience, now)}


def _own_table(evening: Evening, audience: Audience, now: datetime) -> Values:
    return {"at_table": at_table(evening, audience.table, now)}


PARTS = (_where_we_are, _wall, _own_table)


def personal(evening: Evening, person: Person | None, key: str, now: datetime) -> Values:
    """What only this person sees: who they are here, their own notes, their dots."""
    home = _home(evening, person, key, now)
    if person is None:
        return {"me": MeView(is_loaded=True), **_NOTHING, "home": home}
    here = running(evening, now)
    author = author_tag(key, here[1].step.id) if here else ""
    return {
        "me": _with_partners(_me(evening, person, here[1] if here else None), evening, person, now),
        "mine": [compact_note(note) for note in own_notes(*here, author)] if here else [],
        "earlier": _earlier(evening, key, now),
        "stored": _stored(evening, key),
        "personal": here[0].personal(here[1], author) if here else NO_VIEW,
        "home": home,
    }


def _home(evening: Evening, person: Person | None, key: str, now: datetime) -> TakenHomeView:
    """For a phone that was in the room: from the thanks on, even after the person was
    forgotten."""
    is_over = evening.live_session.status is Status.CLOSED
    if not key or not (is_over or (person and is_thanked(evening, now))):
        return TakenHomeView()
    found = taken_home(evening, person, key, now)
    return TakenHomeView(
        was_there=True,
        wishes=[_wish(each) for each in found.mine],
        ideas=list(found.ideas),
        steps=[_first_step(*each) for each in found.decided],
    )


def _wish(mine: Section) -> WishCard:
    ideas = [said(idea.words) for idea in mine.ideas]
    found = mine.next_step
    step = _first_step(mine, found or NextStep())
    return WishCard(
        wish=mine.about, ideas=ideas, step=step, not_yet=found is not None and not found.what
    )


def _first_step(at: Section, step: NextStep) -> FirstStepCard:
    return FirstStepCard(
        table=at.table,
        owner=at.owner,
        challenge=at.about,
        what=step.what,
        who=step.who,
        when=step.when,
    )


def companion(evening: Evening, now: datetime) -> Person | None:
    """The participant whose view an onlooker gets: where people take turns, one of the others."""
    here = running(evening, now)
    if here and isinstance(here[0], HasTurns):
        for person in evening.people:
            if here[0].seat(here[1], person)[1] == here[0].others:
                return person
    return next((person for person in evening.people if person.table), None)


def impersonal(evening: Evening, now: datetime) -> Values:
    """What `personal` would be for a newcomer in the companion's chair: nothing is anybody's."""
    here, person = running(evening, now), companion(evening, now)
    own = here[0].personal(here[1], "") if here else NO_VIEW
    me = _me(evening, person, here[1] if here else None) if person else MeView(is_loaded=True)
    seat = MeView(is_loaded=True, table=me.table, sits_at=me.sits_at, role=me.role)
    return {"me": seat, **_NOTHING, "personal": own}


def compact_note(note: OwnNote) -> Mapping[str, Any]:
    """A note without its empty fields."""
    return {name: value for name, value in vars(note).items() if value}


def _earlier(evening: Evening, key: str, now: datetime) -> list[Mapping[str, Any]]:
    """A person's ideas in all steps but the running one: they stay theirs until the end."""
    return [compact_note(idea) for idea in own_ideas(evening, key, now, but=evening.step)]


def _is_unlocked(evening: Evening, audience: Audience) -> bool:
    return audience.table in evening.live_session.unlocked


def _me(evening: Evening, person: Person, scene: Scene | None) -> MeView:
    table, role = person.table, ""
    if scene is not None:
        table, role = activity_of(scene.step.kind).seat(scene, person)
    challenge = by_owner(evening.challenges).get(person.id)
    return MeView(
        is_loaded=True,
        has_joined=True,
        number=person.number,
        name=by_id(told_apart(evening.people)).get(person.id, person).name,
        table=person.table or 0,
        sits_at=table or 0,
        role=role,
        challenge=challenge.sentence if challenge else "",
        challenge_id=challenge.id if challenge else "",
        challenge_held=challenge.held if challenge else "",
    )


def _with_partners(me: MeView, evening: Evening, person: Person, now: datetime) -> MeView:
    others = partners(evening, person, me.sits_at, now)
    return me if others is None else replace(me, partners=others, is_alone=not others)


def _stored(evening: Evening, key: str) -> list[str]:
    """Ids of everything of this person's that is stored, in every step: the outbox may drop
    these."""
    return [
        item.id
        for step in evening.steps
        for kind in written_kinds(activity_of(step.kind))
        for item in evening.board.of_author(author_tag(key, step.id), kind)
    ]


@cache
def written_kinds(activity: Activity) -> tuple[str, ...]:
    """The kinds of contributions that come of its boxes."""
    return tuple(sorted(activity.boxes.values())) if isinstance(activity, Writes) else ()
