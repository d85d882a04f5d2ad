"""Telling the result place by place: the third, the second, the first, as the facilitator taps."""

from collections.abc import Sequence

from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.kit.choices import FEWEST_CHOICES
from plekberaad_app.activities.kit.contributing import contribution, kept_once, require_facilitator
from plekberaad_app.activities.voting.acts import MAX_PLACES, TellResult
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.activities.voting.views import ChoiceView, TellingView
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.rights import Resource

KIND = "told"


def tell(scene: Scene, act: TellResult, actor: Actor) -> Sequence[Contribution]:
    """Hold back this many places from now on; raises NotAllowed."""
    require_facilitator(actor, Resource.SECRECY, "voting")
    if scene.stop is None:
        raise NotAllowed("voting.nothing_to_tell")
    told = own_id(KIND, scene.step.id)
    return kept_once(scene, contribution(scene, actor, KIND, told, {"left": act.left}))


def telling(scene: Scene, options: VotingOptions, ranked: Sequence[ChoiceView]) -> TellingView:
    """How far the telling is. `ranked` are the choices of the result; empty while people vote."""
    places = _places(ranked)
    wanted = _wanted(scene, options)
    if not scene.has_reached("result"):
        return TellingView(wanted)
    left = min(wanted, len(places)) if scene.stop else 0
    return TellingView(left, places[left - 1] if left else 0, len(places))


def told(ranked: Sequence[ChoiceView], left: int) -> set[int]:
    """The places that the room may know; those after the third come with the first."""
    if left == 0:
        return {row.place for row in ranked}
    return set(_places(ranked)[left:])


def _places(ranked: Sequence[ChoiceView]) -> list[int]:
    """The first three places, as far as anybody gave them a dot; a shared one counts once.

    If there was nothing to choose, there is nothing to tell place by place.
    """
    if len(ranked) < FEWEST_CHOICES:
        return []
    with_dots = [row.place for row in ranked if row.total]
    return [place for place in dict.fromkeys(with_dots) if place <= MAX_PLACES]


def _wanted(scene: Scene, options: VotingOptions) -> int:
    known = scene.board.get(own_id(KIND, scene.step.id))
    if known is None:
        return MAX_PLACES if options.in_turn else 0
    return known.payload["left"]
