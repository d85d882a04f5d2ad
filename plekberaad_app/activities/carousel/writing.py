"""What is written in a round, an idea or a question: whose it is, at which table, and from when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import is_repeat
from plekberaad_app.activities.kit.writing import Write, require_space
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed


@dataclass(frozen=True, slots=True)
class TextKind:
    """A kind of writing: its name, from which phase on it is accepted, and the codes of refusals.

    `fresh` is what its payload has besides the text.
    """

    kind: str
    phase: str
    too_early: str
    too_many: str
    fresh: Mapping[str, Any] = field(default_factory=dict)


def write(scene: Scene, act: Write, actor: Actor, sort: TextKind) -> Sequence[Contribution]:
    """Something new, possibly late, from a phone that was offline; sent twice, it is stored once.

    It belongs to the table and the challenge of the round it was written in. Raises NotAllowed (the
    codes of `sort`, owner_listens, id_taken, carousel.*) or BadInput.
    """
    if is_repeat(scene, act.id, sort.kind, actor):
        return ()
    if not scene.has_reached(sort.phase, act.round):
        raise NotAllowed(sort.too_early)
    table = _table_of(scene, act, actor)
    challenge_id = _challenge_to_think_about(scene, act.round, table, actor)
    require_space(scene, actor.author, sort.kind, act.round, table, sort.too_many)
    return (_written(scene, act, actor, table, challenge_id, sort),)


def _table_of(scene: Scene, act: Write, actor: Actor) -> int:
    """Where it belongs: the author's table in that round, or the one a facilitator names."""
    if actor.person is None:
        if act.table is None:
            raise NotAllowed("carousel.which_table")
        return act.table
    if act.person is not None and not actor.is_facilitator:
        raise NotAllowed("carousel.only_for_table")
    table, _ = round_of(scene, act.round).seat(actor.person)
    if not table:
        raise NotAllowed("carousel.no_table")
    return table


def _challenge_to_think_about(scene: Scene, number: int, table: int, actor: Actor) -> str:
    challenge = round_of(scene, number).challenges.get(table)
    if challenge is None:
        raise NotAllowed("carousel.no_owner_here")
    if actor.person and challenge.owner.id == actor.person.id:
        raise NotAllowed("owner_listens")
    return challenge.id


def _written(
    scene: Scene, act: Write, actor: Actor, table: int, challenge_id: str, sort: TextKind
) -> Contribution:
    is_now = scene.stop is not None and scene.stop.round == act.round
    return Contribution(
        id=act.id,
        step_id=scene.step.id,
        round=act.round,
        phase=scene.stop.phase if scene.stop and is_now else sort.phase,
        table=table,
        challenge_id=challenge_id,
        author=actor.author,
        kind=sort.kind,
        payload={"text": act.text, **sort.fresh},
        created_at=scene.now,
        on_behalf=actor.on_behalf,
    )
