"""How a round ends: the owner's next step or an explicit 'not yet', and the reveal of ideas."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from plekberaad_app.activities.carousel.acts import (
    LONGEST,
    NobodyYet,
    NotYet,
    RecordNextStep,
    Reveal,
)
from plekberaad_app.activities.carousel.rounds import number_now, round_of
from plekberaad_app.activities.carousel.wall import IDEAS
from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.contributing import contribution, kept_once, require_facilitator
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Action, Resource

NEXT_STEP = "next_step"


def record(scene: Scene, act: RecordNextStep, actor: Actor) -> Sequence[Contribution]:
    """What the owner will do first; from the review on, also later, and the last word counts.

    Only `what` has to be filled in. Raises NotAllowed (carousel.*) or BadInput, also holds_*.
    """
    number, table = _round_and_table(scene, act, actor)
    answers = {name: getattr(act, name) for name in LONGEST}
    return _upsert(scene, actor, number, table, answers)


def not_yet(scene: Scene, act: NotYet, actor: Actor) -> Sequence[Contribution]:
    """The owner says that there is no next step yet; raises NotAllowed."""
    number, table = _round_and_table(scene, act, actor)
    return _upsert(scene, actor, number, table, {"not_yet": True})


def nobody_yet(scene: Scene, act: NobodyYet, actor: Actor) -> Sequence[Contribution]:
    """The facilitator says 'not yet' for every table that has said nothing; raises NotAllowed."""
    if not actor.may(Action.CHANGE, Resource.NEXT_STEP):
        raise NotAllowed("carousel.owners_only")
    if not scene.has_reached("review", act.round):
        raise NotAllowed("carousel.too_early_to_decide")
    return [
        change
        for table in tables_without(scene, act.round)
        for change in _upsert(scene, actor, act.round, table, {"not_yet": True})
    ]


def reveal(scene: Scene, act: Reveal, actor: Actor) -> Sequence[Contribution]:
    """Let everyone read what was written in private in a round; raises NotAllowed."""
    require_facilitator(actor, Resource.SECRECY, "carousel")
    if not scene.has_reached("ideas", act.round):
        raise NotAllowed("too_early")
    return IDEAS.opened(scene, actor, act.round)


def said_at(scene: Scene, number: int, table: int) -> Mapping[str, Any] | None:
    """The next step of a round at a table as it was recorded, or None."""
    found = scene.board.get(_next_step_id(scene.step.id, number, table))
    return found.payload if found and not found.hidden and not found.withdrawn else None


def tables_without(scene: Scene, number: int) -> list[int]:
    """The tables whose owner has said nothing yet about a next step."""
    tables = round_of(scene, number).challenges
    return [
        table
        for table in tables
        if not scene.board.get(_next_step_id(scene.step.id, number, table))
    ]


def _round_and_table(scene: Scene, act: RecordNextStep | NotYet, actor: Actor) -> tuple[int, int]:
    number = act.round or number_now(scene)
    table = _table_of(scene, number, act, actor)
    if not scene.has_reached("review", number):
        raise NotAllowed("carousel.too_early_to_decide")
    return number, table


def _table_of(scene: Scene, number: int, act: RecordNextStep | NotYet, actor: Actor) -> int:
    laid = round_of(scene, number)
    if actor.person is None:
        if act.table is None:
            raise NotAllowed("carousel.which_table")
        if act.table not in laid.challenges:
            raise NotAllowed("carousel.no_owner_here")
        return act.table
    table = laid.table_owned_by(actor.person)
    is_owner = table is not None and act.table in (None, table)
    if table is None or not actor.may(Action.CHANGE, Resource.NEXT_STEP, is_owner=is_owner):
        raise NotAllowed("carousel.owners_only")
    return table


def _upsert(
    scene: Scene, actor: Actor, number: int, table: int, answers: Mapping[str, Any]
) -> Sequence[Contribution]:
    said = _next_step_id(scene.step.id, number, table)
    challenge = round_of(scene, number).challenges.get(table)
    new = contribution(scene, actor, NEXT_STEP, said, answers, number=number, table=table)
    return kept_once(scene, replace(new, challenge_id=challenge.id if challenge else ""))


@lru_cache(maxsize=4096)
def _next_step_id(step_id: str, number: int, table: int) -> str:
    return own_id(NEXT_STEP, step_id, number, table)
