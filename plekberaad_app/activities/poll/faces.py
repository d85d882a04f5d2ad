"""What phone, projector and tablet see of a poll."""

from plekberaad_app.activities.contract.activity import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.kit.for_somebody import phoneless
from plekberaad_app.activities.poll import answers, results, telling
from plekberaad_app.activities.poll.answers import BALLOT
from plekberaad_app.activities.poll.obstacles import is_ready
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.activities.poll.views import (
    ChoiceView,
    PhoneView,
    ProjectorView,
    ResultView,
    TabletView,
    WaitingWords,
)
from plekberaad_app.core.pending_review import held


def face(scene: Scene, options: PollOptions, audience: Audience) -> Face:
    """What an audience sees; nothing of the result is in it before the room may know it."""
    moment = _moment(scene, options)
    return Face(
        line=Say(f"poll.line.all.{moment}"),
        view=_for_screen(scene, options, audience, _shared(scene, options, audience)),
        script=Script.under(f"poll.script.{moment}") if audience.screen == "tablet" else None,
        asks=moment in _TASKS and audience.screen == "phone",
    )


def planned_script(scene: Scene, options: PollOptions) -> Script:
    """As if the question is there, and somebody answered it."""
    moment = _task(options) if BALLOT.is_open(scene) else "result"
    return Script.under(f"poll.script.{moment}")


_TASKS = {"choose", "choose_several", "scale", "cloud", "quiz", "ranking"}


def _moment(scene: Scene, options: PollOptions) -> str:
    """What is going on: the task while people answer, else how far the result is."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if not is_ready(options):
        return "waiting" if BALLOT.is_open(scene) else "nothing"
    if results.is_empty(scene, options):
        return "empty"
    if not BALLOT.is_open(scene):
        return "result" if telling.is_told(scene, options) else "telling"
    return _task(options)


def _task(options: PollOptions) -> str:
    if options.kind == "choice":
        return "choose_several" if options.several else "choose"
    return options.kind


def _shared(scene: Scene, options: PollOptions, audience: Audience) -> PhoneView:
    told = telling.is_told(scene, options)
    return PhoneView(
        **vars(_result(scene, options, audience, told)),
        kind=options.kind,
        question=options.question,
        low=options.low,
        high=options.high,
        several=options.takes_several,
        choices=tuple(ChoiceView(id, label) for id, label in options.labels.items()),
        is_open=BALLOT.is_open(scene) and is_ready(options),
        is_told=told,
        is_empty=is_ready(options) and results.is_empty(scene, options),
        offers_contact=options.offers_contact,
    )


def _result(scene: Scene, options: PollOptions, audience: Audience, told: bool) -> ResultView:
    """Whoever tells the result sees it before the room does."""
    if not told and audience.screen != "tablet":
        return ResultView()
    return results.result(scene, options, audience.screen)


def _for_screen(
    scene: Scene, options: PollOptions, audience: Audience, shared: PhoneView
) -> PhoneView:
    if audience.screen == "phone":
        return shared
    answered = answers.answered(scene, options)
    if audience.screen == "projector":
        more = results.words_left_out(scene, options)
        return ProjectorView(**vars(shared), answered=answered, more=more)
    return TabletView(
        **vars(shared),
        answered=answered,
        people=len(scene.people),
        phoneless=phoneless(scene, lambda author: _said(scene, options, author)),
        waiting=_waiting(scene),
    )


def _said(scene: Scene, options: PollOptions, author: str) -> str:
    """An author's answer in words."""
    picks = answers.picks_of(scene, options, author)
    return " · ".join(options.labels.get(pick, pick) for pick in picks)


def _waiting(scene: Scene) -> tuple[WaitingWords, ...]:
    """The words that wait for the facilitator because they may lead to a person."""
    return tuple(
        WaitingWords(item.id, item.payload["text"], held(item))
        for item in scene.board.of_step(scene.step.id, answers.KIND)
        if held(item)
    )
