"""What the judges of acts share: who may, and the contribution that comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Action, Resource


def require_facilitator(actor: Actor, resource: Resource, kind: str) -> None:
    """Only facilitators change this; raises NotAllowed('<kind>.facilitator_only')."""
    if not actor.may(Action.CHANGE, resource):
        raise NotAllowed(f"{kind}.facilitator_only")


def contribution(
    scene: Scene,
    actor: Actor,
    kind: str,
    contribution_id: str,
    payload: Mapping[str, Any] | None = None,
    *,
    number: int = 1,
    phase: str = "",
    table: int | None = None,
) -> Contribution:
    """A new one; with another `phase` than the one that runs for what comes late.

    `number` is the round.
    """
    return Contribution(
        id=contribution_id,
        step_id=scene.step.id,
        round=number,
        phase=phase or (scene.stop.phase if scene.stop else "over"),
        table=table,
        challenge_id="",
        author=actor.author,
        kind=kind,
        payload=payload or {},
        created_at=scene.now,
        on_behalf=actor.on_behalf,
    )


def kept_once(scene: Scene, item: Contribution) -> Sequence[Contribution]:
    """The item or, where one with its id is known, that one with its words.

    Nothing when it says the same again.
    """
    known = scene.board.get(item.id)
    if known is None:
        return (item,)
    again = replace(known, payload=item.payload, withdrawn=False)
    return () if again == known else (again,)
