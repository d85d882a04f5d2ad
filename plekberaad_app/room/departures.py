"""What happens to the wish of somebody who leaves, decided before they go.

Somebody else at the table takes it over, it is kept for whoever will, or it stops there.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.capabilities import HasTurns, LeavingActs
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Challenge
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.database import evenings
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.room import acts, admission, challenges, erasure
from plekberaad_app.room.acts import ActRequest

PASS_ON, KEEP, STOP = "pass_on", "keep", "stop"


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that still belongs to somebody, and what its activity does with a leaver's wish."""

    step_id: str
    acts: LeavingActs
    round: int
    table: int


def goes_home(
    facilitator: Facilitator, live_session_id: str, number: int, fate: str, heir: int, now: datetime
) -> None:
    """Somebody who brought a wish goes home. If it is kept it stays theirs, and their table goes
    on.

    Raises NotFound, NotAllowed and BadInput, before anything is changed.
    """
    brought, turns = _looked_at(facilitator, live_session_id, number, now)
    admission.go_home(facilitator, live_session_id, number, now, gone=True)
    if fate == KEEP:
        return
    if fate == PASS_ON:
        _pass_on(facilitator, live_session_id, brought, turns, heir, now)
    challenges.drop_owner(facilitator, live_session_id, number)
    if fate == STOP:
        _let_rest(facilitator, live_session_id, turns, now)


def erase(
    facilitator: Facilitator,
    live_session_id: str,
    number: int,
    fate: str,
    heir: int,
    now: datetime,
    *,
    take_along: bool,
) -> None:
    """Erase somebody who brought a wish. If it is kept, only the sentence stays.

    Raises NotFound, NotAllowed and BadInput, before anything is changed.
    """
    brought, turns = _looked_at(facilitator, live_session_id, number, now)
    if fate == PASS_ON:
        _pass_on(facilitator, live_session_id, brought, turns, heir, now)
    elif fate == KEEP:
        _keep(facilitator, live_session_id, turns, now)
    erasure.erase(facilitator, live_session_id, number, now, take_along=take_along)
    if fate == STOP:
        _let_rest(facilitator, live_session_id, turns, now)


def read_fate(fate: str) -> str:
    """What is to happen to a wish, read from a form; raises BadInput."""
    if fate not in (PASS_ON, KEEP, STOP):
        raise BadInput("wish_undecided")
    return fate


def _looked_at(
    facilitator: Facilitator, live_session_id: str, number: int, now: datetime
) -> tuple[Challenge, list[Turn]]:
    """This person's wish, and the turns that are still theirs."""
    with reading() as db:
        evening = evenings.load(db, live_session_id)
        require_facilitator(facilitator, evening.live_session, Action.REMOVE, Resource.PEOPLE)
    for challenge in evening.challenges:
        if challenge.owner.number == number:
            return challenge, _turns(evening, number, now)
    raise NotFound("challenge_gone")


def _turns(evening: Evening, number: int, now: datetime) -> list[Turn]:
    here = running(evening, now)
    activity, scene = here or (None, None)
    if scene is None or not isinstance(activity, HasTurns):
        return []
    acts = activity.leaving_acts
    return [Turn(scene.step.id, acts, *turn) for turn in activity.turns_left(scene, number)]


def _pass_on(
    facilitator: Facilitator,
    live_session_id: str,
    brought: Challenge,
    turns: list[Turn],
    heir: int,
    now: datetime,
) -> None:
    """If the heir does not sit there in a later round, the sentence stays for whoever does."""
    if not turns:
        challenges.name_owner(facilitator, live_session_id, heir, brought.sentence, now)
        return
    first, *later = turns
    _keep(facilitator, live_session_id, later, now)
    challenges.replace_owner(facilitator, live_session_id, first.round, first.table, heir, now)
    for turn in later:
        try:
            challenges.replace_owner(
                facilitator, live_session_id, turn.round, turn.table, heir, now
            )
        except NotAllowed:
            continue


def _keep(facilitator: Facilitator, live_session_id: str, turns: list[Turn], now: datetime) -> None:
    for turn in turns:
        _decide(facilitator, live_session_id, turn.acts.keep, turn, now)


def _let_rest(
    facilitator: Facilitator, live_session_id: str, turns: list[Turn], now: datetime
) -> None:
    for turn in turns:
        _decide(facilitator, live_session_id, turn.acts.rest, turn, now)


def _decide(
    facilitator: Facilitator, live_session_id: str, act: str, turn: Turn, now: datetime
) -> None:
    about: dict[str, Any] = {"table": turn.table, "round": turn.round}
    request = ActRequest(turn.step_id, turn.round, act, about)
    acts.act_as_facilitator(facilitator, live_session_id, request, now)
