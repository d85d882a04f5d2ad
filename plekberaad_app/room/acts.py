"""Contributing: whatever a person does in a step, of any activity, passes through here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Act, Actor
from plekberaad_app.activities.contract.acts import (
    ForGroup,
    ForPerson,
    ForTable,
    FromPaper,
    OnOwn,
    in_round,
)
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.judging import judge
from plekberaad_app.activities.contract.parsing import parse
from plekberaad_app.activities.contract.stage import proxy_author, scene_for
from plekberaad_app.core.authorship import author_tag
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.pending_review import decided
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import contributions, evenings, live_sessions
from plekberaad_app.platform.database.changes import CommittedChange
from plekberaad_app.platform.database.engine import Transaction, transaction
from plekberaad_app.platform.permissions import (
    Facilitator,
    Visitor,
    require_facilitator,
    require_open,
    require_person,
)
from plekberaad_app.platform.proxy_keys import proxy_key
from plekberaad_app.room.hearing import with_heard


@dataclass(frozen=True, slots=True)
class ActRequest:
    """What somebody asks of a step: the act's name, its payload, and the round it was made in."""

    step_id: str
    round: int
    name: str
    payload: Mapping[str, Any]


def act_as_visitor(visitor: Visitor, request: ActRequest, now: datetime) -> None:
    """Do what a phone asks; returning means 'stored', a DomainError means refused.

    Safe to repeat: what was stored under the same id is not stored again.
    """
    with transaction() as db:
        live_session = live_sessions.change(db, visitor.live_session_id)
        require_open(live_session)
        person = require_person(db, visitor, Action.ADD, Resource.CONTRIBUTION)
        evening = evenings.around(db, live_session)
        tag = author_tag(visitor.key, request.step_id)
        apply_act(db, evening, request, lambda act: _as_person(act, Actor(tag, person)), now)


@audited("request.name")
def act_as_facilitator(
    facilitator: Facilitator, live_session_id: str, request: ActRequest, now: datetime
) -> None:
    """Do what a tablet asks, for the facilitator, a table or a person without a phone."""
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.ADD, Resource.CONTRIBUTION_OF_OTHERS)
        require_open(live_session)
        evening = evenings.around(db, live_session)
        apply_act(
            db, evening, request, lambda act: on_behalf_of(act, evening, request.step_id), now
        )


@audited("contribution_id", "hidden")
def hide(
    facilitator: Facilitator, live_session_id: str, contribution_id: str, hidden: bool
) -> None:
    """Take a note off every screen except the tablet, or bring it back; or decide about a held
    one."""
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.NOTE)
        board = contributions.StoredBoard(db, live_session_id)
        item = board.get(contribution_id)
        if item is None:
            raise NotFound("note_gone")
        changed = decided(item, hidden=hidden)
        contributions.save(db, live_session_id, live_session.version, [changed])


def apply_act(
    db: Transaction,
    evening: Evening,
    request: ActRequest,
    actor_for: Callable[[Act], Actor],
    now: datetime,
) -> None:
    """Let the activity judge it, and store what comes of it; `actor_for` says who does it."""
    step = step_of(evening, request.step_id)
    activity = activity_of(step.kind)
    payload = in_round(activity, request.name, request.payload, request.round)
    act = parse(activity, request.name, payload)
    actor = actor_for(act)
    scene, live_session = scene_for(evening, step, actor.person, now), evening.live_session
    changes = judge(activity, scene, act, actor)
    stored = contributions.save(db, live_session.id, live_session.version, changes)
    told = with_heard(db, live_session, activity, scene, actor.person, stored)
    db.changes.news[live_session.id] = CommittedChange(told, stored)


def step_of(evening: Evening, step_id: str) -> Step:
    """The step with this id; raises NotFound('step_gone')."""
    for step in evening.steps:
        if step.id == step_id:
            return step
    raise NotFound("step_gone")


def _as_person(act: Act, actor: Actor) -> Actor:
    """A participant who types a paper note does so for the table, under their own tag."""
    if isinstance(act, FromPaper) and act.behalf:
        return Actor(actor.author, actor.person, on_behalf="table")
    return actor


def on_behalf_of(act: Act, evening: Evening, step_id: str) -> Actor:
    """The facilitator acts for a person (with their proxy key), for a table, for whoever wrote on
    paper, or for themselves."""
    if isinstance(act, OnOwn) and act.behalf:
        return _as_author_on_paper(act, evening)
    if isinstance(act, ForPerson) and act.person is not None:
        person = evening.person(act.person)
        if person is None:
            raise NotFound("person_gone")
        tag = proxy_author(person, step_id)
        return Actor(tag, person, is_facilitator=True, on_behalf="person")
    several = _for_several(act)
    tag = author_tag(proxy_key(f"{evening.live_session.id}:{several}"), step_id)
    return Actor(tag, is_facilitator=True, on_behalf="table" if several else "")


def _for_several(act: Act) -> str | int | None:
    """The table, or the pair or trio, that an act is done for, if it is."""
    if isinstance(act, ForGroup):
        return f"group {act.group}" if act.group else None
    return act.table if isinstance(act, ForTable) else None


def _as_author_on_paper(act: OnOwn, evening: Evening) -> Actor:
    """For a note that was typed over from paper; nobody learns whose it is, not even the tablet.

    Only the author can change what they wrote on their own phone.
    """
    note = evening.board.get(act.id)
    if note is None:
        raise NotFound("note_gone")
    if not note.on_behalf:
        raise NotAllowed("not_on_paper")
    return Actor(note.author, is_facilitator=True, on_behalf=note.on_behalf)
