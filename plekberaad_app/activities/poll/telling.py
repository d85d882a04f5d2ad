"""The result that the facilitator tells, and the words they take off the cloud."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.poll.acts import HideWord, TellResult
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Action, Resource

TOLD = "told"
OFF = "word_off"


def tell(scene: Scene, act: TellResult, actor: Actor) -> Sequence[Contribution]:
    """Tell the result from now on, or keep it back; raises NotAllowed."""
    _require_facilitator(actor)
    if not scene.has_reached("result"):
        raise NotAllowed("poll.nothing_to_tell")
    return _noted(scene, actor, own_id(TOLD, scene.step.id), TOLD, {"on": act.on})


def hide_word(scene: Scene, act: HideWord, actor: Actor) -> Sequence[Contribution]:
    """Take a word off every screen but the tablet, or bring it back; raises NotAllowed."""
    _require_facilitator(actor)
    noted = {"word": act.word, "on": act.on}
    return _noted(scene, actor, own_id(OFF, scene.step.id, act.word), OFF, noted)


def is_told(scene: Scene, options: PollOptions) -> bool:
    """Whether the room may see the result: not before its phase, and not before it is told."""
    if not scene.has_reached("result"):
        return False
    known = scene.board.get(own_id(TOLD, scene.step.id))
    return known.payload["on"] if known else not options.told_later


def words_off(scene: Scene) -> set[str]:
    """The words that the facilitator took off the cloud."""
    noted = scene.board.of_step(scene.step.id, OFF)
    return {item.payload["word"] for item in noted if item.payload["on"]}


def _require_facilitator(actor: Actor) -> None:
    if not actor.may(Action.CHANGE, Resource.SECRECY):
        raise NotAllowed("poll.facilitator_only")


def _noted(
    scene: Scene, actor: Actor, note_id: str, kind: str, payload: Mapping[str, Any]
) -> Sequence[Contribution]:
    known = scene.board.get(note_id)
    if known is not None:
        return () if known.payload == payload else (replace(known, payload=payload),)
    noted = Contribution(
        id=note_id,
        step_id=scene.step.id,
        round=1,
        phase=scene.stop.phase if scene.stop else "over",
        table=None,
        challenge_id="",
        author=actor.author,
        kind=kind,
        payload=payload,
        created_at=scene.now,
        on_behalf=actor.on_behalf,
    )
    return (noted,)
