"""Poll: one question, one answer per person; the result exists for nobody until its phase."""

from collections.abc import Mapping, Sequence
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
from plekberaad_app.activities.contract.capabilities import OffersContact
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.poll import answers, faces, obstacles, report, telling
from plekberaad_app.activities.poll.acts import Choose, HideWord, SayWords, TellResult
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.activities.poll.views import (
    PersonalView,
    PhoneView,
    ProjectorView,
    TabletView,
)
from plekberaad_app.activities.poll.words import MAX_WORDS
from plekberaad_app.core.pending_review import held
from plekberaad_app.core.programme import Step, Stop


class Poll(OffersContact, Activity):
    """A quick question: a phase to answer and a phase to see the result."""

    Options = PollOptions
    signs: Mapping[str, Sign] = {
        "answer": Sign("hand", "blue"),
        "result": Sign("chart-column", "leaf"),
    }
    acts: Mapping[str, Rule[Any]] = {
        "choose": Rule(Choose, answers.choose),
        "say_words": Rule(SayWords, answers.say),
        "tell_result": Rule(TellResult, telling.tell),
        "hide_word": Rule(HideWord, telling.hide_word),
    }
    views = Views(PhoneView, ProjectorView, TabletView, PersonalView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First the answers, then the result."""
        options = PollOptions.of(step)
        return (
            Stop("answer", timedelta(seconds=options.length)),
            Stop("result", timedelta(seconds=options.result_length), hurries=False),
        )

    def summary(self, step: Step) -> str:
        """Its question."""
        return PollOptions.of(step).question

    def lacks(self, step: Step) -> str:
        """A question, choices, or the right answer of a quiz."""
        return obstacles.lacking(PollOptions.of(step))

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No question, too few choices, or a quiz without a right answer."""
        return obstacles.obstacle(scene, PollOptions.of(scene.step))

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees."""
        return faces.face(scene, PollOptions.of(scene.step), audience)

    def planned_script(self, scene: Scene) -> Script:
        """As if the question is there, and somebody answered it."""
        return faces.planned_script(scene, PollOptions.of(scene.step))

    def personal(self, scene: Scene, author: str) -> PersonalView:
        """An author's own answer, and why it waits for the facilitator if it does."""
        options = PollOptions.of(scene.step)
        own, picks = answers.own(scene, author), answers.picks_of(scene, options, author)
        is_cloud = options.kind == "cloud"
        return PersonalView(
            places={pick: place for place, pick in enumerate(picks, start=1)},
            words=tuple([*picks, *[""] * MAX_WORDS][:MAX_WORDS]) if is_cloud else (),
            said=" · ".join(picks) if is_cloud else "",
            has_answered=bool(picks),
            is_hidden=bool(own and own.hidden),
            held=held(own) if own else "",
        )

    def report(self, scene: Scene) -> Sequence[Block]:
        """The result in numbers."""
        return tuple(report.blocks(scene, PollOptions.of(scene.step)))

    def outcomes(self, scene: Scene) -> Sequence[Outcome]:
        """What was chosen or said."""
        return report.outcomes(scene, PollOptions.of(scene.step))

    def contact_about(self, step: Step) -> str:
        """Its question, where the facilitator lets people ask for more."""
        options = PollOptions.of(step)
        return options.question if options.offers_contact else ""
