"""The result that the facilitator tells, and the words they take off the cloud."""

from collections.abc import Sequence

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.contributing import contribution, kept_once, require_facilitator
from plekberaad_app.activities.poll.acts import HideWord, TellResult
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Resource

TOLD = "told"
OFF = "word_off"


def tell(scene: Scene, act: TellResult, actor: Actor) -> Sequence[Contribution]:
    """Tell the result from now on, or keep it back; raises NotAllowed."""
    require_facilitator(actor, Resource.SECRECY, "poll")
    if not scene.has_reached("result"):
        raise NotAllowed("poll.nothing_to_tell")
    told = own_id(TOLD, scene.step.id)
    return kept_once(scene, contribution(scene, actor, TOLD, told, {"on": act.on}))


def hide_word(scene: Scene, act: HideWord, actor: Actor) -> Sequence[Contribution]:
    """Take a word off every screen but the tablet, or bring it back; raises NotAllowed."""
    require_facilitator(actor, Resource.SECRECY, "poll")
    off, word = own_id(OFF, scene.step.id, act.word), {"word": act.word, "on": act.on}
    return kept_once(scene, contribution(scene, actor, OFF, off, word))


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
