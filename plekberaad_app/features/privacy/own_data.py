"""What we know about the person behind a phone: shown to them, and theirs to download."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.cells import json_file
from plekberaad_app.platform.database import (
    joined_people,
    live_sessions,
    people,
    programmes,
    retention,
)
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Visitor, require_person
from plekberaad_app.room.erasure import written_by


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything that the database holds about one person. `steps` are by id.

    A phone for which we only have its holder's word whose it is (`is_claimed`) is told what the
    room sees of that person, and what came from that phone. `is_wiped`: the answers became totals
    when the evening was closed (room/closing.py).
    """

    live_session: LiveSession
    person: Person
    joined_at: datetime
    challenge: Challenge | None
    written: tuple[Contribution, ...]
    steps: dict[str, Step]
    is_claimed: bool = False
    is_wiped: bool = False


def own_data(visitor: Visitor) -> OwnData:
    """What is known about the holder of this key; raises NotFound, NotAllowed('not_checked_in')."""
    with reading() as db:
        live_session = live_sessions.get(db, visitor.live_session_id)
        person = require_person(db, visitor, Action.READ, Resource.OWN_SEAT)
        is_claimed = joined_people.is_claimed(db, key_hash(visitor.key))
        whose = None if is_claimed else person
        return OwnData(
            live_session=live_session,
            person=replace(person, kind=None, habit=None) if is_claimed else person,
            joined_at=people.joined_at(db, person.id),
            challenge=people.challenge_of(db, person),
            written=tuple(written_by(db, live_session.id, whose, visitor.key)),
            steps={step.id: step for step in programmes.steps(db, live_session.id)},
            is_claimed=is_claimed,
            is_wiped=bool(retention.totals(db, live_session.id)),
        )


def own_data_json(known: OwnData) -> bytes:
    """All of it for other programs; times in UTC. Of the key we only have a hash."""
    person = known.person
    content = {
        "live_session": {"code": known.live_session.code, "title": known.live_session.title},
        "person": {
            "id": person.id,
            "number": person.number,
            "name": person.name,
            "kind": person.kind,
            "habit": person.habit,
            "table": person.table,
            "seat": person.seat,
            "together": person.together,
            "has_phone": person.has_phone,
            "has_left": person.has_left,
            "joined_at": known.joined_at.isoformat(),
            "information_shown": person.told_version,
        },
        "is_second_phone": known.is_claimed,
        "challenge": known.challenge.sentence if known.challenge else "",
        "challenge_waits_for": known.challenge.held if known.challenge else "",
        "written": [_record(known, item) for item in known.written],
    }
    return json_file(content)


def _record(known: OwnData, item: Contribution) -> dict[str, Any]:
    step = known.steps.get(item.step_id)
    return {
        "id": item.id,
        "step": step.title if step else "",
        "kind": item.kind,
        "round": item.round,
        "phase": item.phase,
        "table": item.table,
        "written_at": item.created_at.isoformat(),
        "content": dict(item.payload),
        "hidden": item.hidden,
    }
