"""Poll: one question, one answer per person; the result exists for nobody until its phase."""

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
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block
from plekberaad_app.activities.poll import answers, faces, obstacles, report, telling
from plekberaad_app.activities.poll.acts import Choose, HideWord, SayWords, TellResult
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.activities.poll.words import MAX_WORDS
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.pending_review import held
from plekberaad_app.core.programme import Step, Stop


class Poll(Activity):
    """A quick question: a phase to answer and a phase to see the result."""

    Options = PollOptions
    signs: Mapping[str, Sign] = {
        "answer": Sign("hand", "blue"),
        "result": Sign("chart-column", "leaf"),
    }
    acts: Mapping[str, type[Act]] = {
        "choose": Choose,
        "say_words": SayWords,
        "tell_result": TellResult,
        "hide_word": HideWord,
    }

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First the answers, then the result."""
        options = self.options(step.options)
        return (
            Stop("answer", timedelta(seconds=options.length)),
            Stop("result", timedelta(seconds=options.result_length), hurries=False),
        )

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No question, too few choices, or a quiz without a right answer."""
        return obstacles.obstacle(scene, self._options(scene))

    def apply(self, scene: Scene, act: Act, actor: Actor) -> Sequence[Contribution]:
        """Answer, or what the facilitator does with the result; raises a DomainError."""
        match act:
            case Choose():
                return answers.choose(scene, self._options(scene), act, actor)
            case SayWords():
                return answers.say(scene, self._options(scene), act, actor)
            case TellResult():
                return telling.tell(scene, act, actor)
            case HideWord():
                return telling.hide_word(scene, act, actor)
            case _:
                raise NotAllowed("act_unknown")

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees."""
        return faces.face(scene, self._options(scene), audience)

    def personal(self, scene: Scene, author: str) -> Mapping[str, Any]:
        """An author's own answer, and why it waits for the facilitator if it does."""
        options = self._options(scene)
        own, picks = answers.own(scene, author), answers.picks_of(scene, options, author)
        return {
            "places": {pick: place for place, pick in enumerate(picks, start=1)},
            "words": [*picks, *[""] * MAX_WORDS][:MAX_WORDS] if options.kind == "cloud" else [],
            "said": " · ".join(picks) if options.kind == "cloud" else "",
            "has_answered": bool(picks),
            "is_hidden": bool(own and own.hidden),
            "held": held(own) if own else "",
        }

    def report(self, scene: Scene) -> Sequence[Block]:
        """The result in numbers."""
        return tuple(report.blocks(scene, self._options(scene)))

    def outcomes(self, scene: Scene) -> Sequence[Outcome]:
        """What was chosen or said."""
        return report.outcomes(scene, self._options(scene))

    def _options(self, scene: Scene) -> PollOptions:
        return self.options(scene.step.options)
