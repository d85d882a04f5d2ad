"""Voting: everyone puts dots on choices; the totals exist for nobody until the vote is closed."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from plekberaad_app.activities.contract.activity import (
    Act,
    Activity,
    Actor,
    Audience,
    Face,
    Scene,
    Sign,
)
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.report import Counts
from plekberaad_app.activities.voting import ballot, faces, obstacles, telling
from plekberaad_app.activities.voting.acts import CastVote, RetractVote, TellResult
from plekberaad_app.activities.voting.choices import fixed_ids
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.programme import Step, Stop


class Voting(Activity):
    """Dots with a budget: a phase to vote and a phase to see the result."""

    Options = VotingOptions
    signs: Mapping[str, Sign] = {"vote": Sign("vote", "violet"), "result": Sign("trophy", "sun")}
    acts: Mapping[str, type[Act]] = {
        "vote": CastVote,
        "retract": RetractVote,
        "tell": TellResult,
    }

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First vote, then result."""
        options = self.options(step.options)
        return (
            Stop("vote", timedelta(seconds=options.length)),
            Stop("result", timedelta(seconds=options.result_length), hurries=False),
        )

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """A vote begins with two choices; one that began with none all the same waits for them."""
        return obstacles.obstacle(scene, self._options(scene))

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """Which contributions can be voted on, so that the list stays the same during the vote."""
        return {"choices": fixed_ids(scene, self._options(scene))}

    def apply(self, scene: Scene, act: Act, actor: Actor) -> Sequence[Contribution]:
        """Put a dot, take one back, or tell the result; raises a DomainError when refused."""
        match act:
            case CastVote():
                return ballot.cast(scene, self._options(scene), act, actor)
            case RetractVote():
                return ballot.retract(scene, act, actor)
            case TellResult():
                return telling.tell(scene, act, actor)
            case _:
                raise NotAllowed("act_unknown")

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees; no total is in it before the result phase."""
        return faces.face(scene, self._options(scene), audience)

    def personal(self, scene: Scene, author: str) -> Mapping[str, Any]:
        """An author's dots per choice, and how many are left."""
        options = self._options(scene)
        dots = ballot.spent(scene, options, author)
        return {
            "spent": dict(dots),
            "left": options.budget - dots.total(),
            "as_of": ballot.as_of(dots),
        }

    def report(self, scene: Scene) -> tuple[Counts, ...]:
        """The totals, most dots first; nothing before the result phase."""
        if not scene.has_reached("result"):
            return ()
        options = self._options(scene)
        totals = tuple((row["label"], row["total"]) for row in faces.tally(scene, options))
        return (Counts(totals, question=options.question),) if totals else ()

    def outcomes(self, scene: Scene) -> tuple[()]:
        """What got dots was an outcome of an earlier step, or was typed beforehand."""
        return ()

    def _options(self, scene: Scene) -> VotingOptions:
        return self.options(scene.step.options)
