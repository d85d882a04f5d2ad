"""Handing out links to people who help on one evening, and withdrawing them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.programme import Step
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.helpers.model import MAX_LINKS, Wanted, path_of
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import helpers as stored
from plekberaad_app.platform.database import live_sessions, programmes
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.database.tables import HelperRow
from plekberaad_app.platform.helper_links import helper_of
from plekberaad_app.platform.permissions import (
    Facilitator,
    Helper,
    require_facilitator,
    require_open,
)
from plekberaad_app.platform.tokens import new_id, new_token


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A link as it is handed out: only now can it be read, only its hash is stored."""

    helper: Helper
    path: str


@dataclass(frozen=True, slots=True)
class Links:
    """Who has a link for an evening, what that is called, and its steps."""

    title: str
    steps: tuple[Step, ...]
    helpers: list[Helper]


def links_of(facilitator: Facilitator, live_session_id: str) -> Links:
    """Who has a link for this evening; raises NotFound, NotAllowed('not_your_library')."""
    with reading() as db:
        live_session = live_sessions.get(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.READ, Resource.HELPER)
        found = [helper_of(row) for row in stored.of_live_session(db, live_session_id)]
        return Links(live_session.title, programmes.steps(db, live_session_id), found)


@audited()
def hand_out(
    facilitator: Facilitator, live_session_id: str, wanted: Sequence[Wanted], now: datetime
) -> list[HandedOut]:
    """A new link for each that is wanted.

    Raises NotFound, NotAllowed: not_your_library, evening_closed, too_many_links (most).
    """
    with transaction() as db:
        live_session = live_sessions.get(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.ADD, Resource.HELPER)
        require_open(live_session)
        if len(stored.of_live_session(db, live_session_id)) + len(wanted) > MAX_LINKS:
            raise NotAllowed("too_many_links", most=MAX_LINKS)
        return [_made(db, facilitator, live_session_id, each, now) for each in wanted]


@audited("helper_id")
def withdraw(facilitator: Facilitator, live_session_id: str, helper_id: str) -> None:
    """Make a link void at once: its screens say so, and nothing can be done with it any more.

    Raises NotFound: live_session_unknown, link_gone; NotAllowed('not_your_library').
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.REMOVE, Resource.HELPER)
        if not stored.remove(db, live_session_id, helper_id):
            raise NotFound("link_gone")


@audited("helper_id")
def renew(
    facilitator: Facilitator, live_session_id: str, helper_id: str, now: datetime
) -> HandedOut:
    """Another link for the same person, for when theirs was lost; the old one is void.

    Raises what `withdraw` raises, and NotAllowed('evening_closed').
    """
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.ADD, Resource.HELPER)
        require_open(live_session)
        for row in stored.of_live_session(db, live_session_id):
            if row.id == helper_id:
                known = helper_of(row)
                stored.remove(db, live_session_id, helper_id)
                same = Wanted(known.role, known.name, known.table, known.step_id)
                return _made(db, facilitator, live_session_id, same, now)
        raise NotFound("link_gone")


def _made(
    db: Transaction,
    facilitator: Facilitator,
    live_session_id: str,
    wanted: Wanted,
    now: datetime,
) -> HandedOut:
    token = new_token()
    row = HelperRow(
        id=new_id(),
        live_session_id=live_session_id,
        token_hash=key_hash(token),
        role=wanted.role.value,
        name=wanted.name,
        table_number=wanted.table,
        step_id=wanted.step_id,
        made_by=facilitator.id,
        made_at=now,
    )
    stored.add(db, row)
    return HandedOut(helper_of(row), path_of(wanted.role, token))
