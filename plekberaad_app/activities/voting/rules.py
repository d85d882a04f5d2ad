"""Voting: everyone puts dots on choices; the totals exist for nobody until the vote is closed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Rule,
    Scene,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.report import Counts
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.voting import ballot, faces, obstacles, telling
from plekberaad_app.activities.voting.acts import CastVote, RetractVote, TellResult
from plekberaad_app.activities.voting.choices import fixed_ids
from plekberaad_app.activities.voting.options import VotingOptions
from plekberaad_app.activities.voting.views import (
    PersonalView,
    PhoneView,
    ProjectorView,
    TabletView,
)
from plekberaad_app.core.programme import Step, Stop


class Voting(Activity):
    """Dots with a budget: a phase to vote and a phase to see the result."""

    Options = VotingOptions
    counted: Mapping[str, str] = {ballot.KIND: "voting.my_dots"}
    signs: Mapping[str, Sign] = {"vote": Sign("vote", "violet"), "result": Sign("trophy", "sun")}
    acts: Mapping[str, Rule[Any]] = {
        "vote": Rule(CastVote, ballot.cast),
        "retract": Rule(RetractVote, ballot.retract),
        "tell": Rule(TellResult, telling.tell),
    }
    views = Views(PhoneView, ProjectorView, TabletView, PersonalView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First vote, then result."""
        options = VotingOptions.of(step)
        return (
            Stop("vote", timedelta(seconds=options.length)),
            Stop("result", timedelta(seconds=options.result_length), hurries=False),
        )

    def summary(self, step: Step) -> str:
        """The question above the choices."""
        return VotingOptions.of(step).question

    def lacks(self, step: Step) -> str:
        """Choices, where they are typed; what earlier steps bring is not known yet."""
        return obstacles.lacking(VotingOptions.of(step))

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """A vote begins with two choices; one that began with none all the same waits for them."""
        return obstacles.obstacle(scene, VotingOptions.of(scene.step))

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """Which contributions can be voted on, so that the list stays the same during the vote."""
        return {"choices": fixed_ids(scene, VotingOptions.of(scene.step))}

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees; no total is in it before the result phase."""
        return faces.face(scene, VotingOptions.of(scene.step), audience)

    def planned_script(self, scene: Scene) -> Script | None:
        """As if there are choices, and somebody voted."""
        return faces.planned_script(scene)

    def personal(self, scene: Scene, author: str) -> PersonalView:
        """An author's dots per choice, and how many are left."""
        options = VotingOptions.of(scene.step)
        dots = ballot.spent(scene, options, author)
        left = options.budget - dots.total()
        return PersonalView(spent=dict(dots), left=left, as_of=ballot.as_of(dots))

    def report(self, scene: Scene) -> tuple[Counts, ...]:
        """The totals, most dots first; nothing before the result phase."""
        if not scene.has_reached("result"):
            return ()
        options = VotingOptions.of(scene.step)
        totals = tuple((row.label, row.total or 0) for row in faces.tally(scene, options))
        return (Counts(totals, of="dots", question=options.question),) if totals else ()
