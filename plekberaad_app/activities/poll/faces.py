"""What phone, projector and tablet see of a poll."""

from typing import Any

from plekberaad_app.activities.contract.activity import Audience, Face, Say, Scene, Script
from plekberaad_app.activities.kit.for_somebody import phoneless
from plekberaad_app.activities.poll import answers, results, telling
from plekberaad_app.activities.poll.obstacles import is_ready
from plekberaad_app.activities.poll.options import PollOptions
from plekberaad_app.core.pending_review import held


def face(scene: Scene, options: PollOptions, audience: Audience) -> Face:
    """What an audience sees; nothing of the result is in it before the room may know it."""
    moment = _moment(scene, options)
    told = telling.is_told(scene, options)
    return Face(
        line=Say(f"poll.line.all.{moment}"),
        data={
            "kind": options.kind,
            "question": options.question,
            "low": options.low,
            "high": options.high,
            "several": options.takes_several,
            "choices": [{"id": id, "label": label} for id, label in options.labels.items()],
            "is_open": answers.is_open(scene) and is_ready(options),
            "is_told": told,
            **_result(scene, options, audience, told),
            **_for_screen(scene, options, audience),
        },
        script=Script.under(f"poll.script.{moment}") if audience.screen == "tablet" else None,
        asks=moment in _TASKS and audience.screen == "phone",
    )


_TASKS = {"choose", "choose_several", "scale", "cloud", "quiz", "ranking"}


def _moment(scene: Scene, options: PollOptions) -> str:
    """What is going on: the task while people answer, else how far the result is."""
    if scene.stop is None:
        return "over" if scene.stop_index >= 0 else "before"
    if not is_ready(options):
        return "waiting" if answers.is_open(scene) else "nothing"
    if not answers.is_open(scene):
        return "result" if telling.is_told(scene, options) else "telling"
    if options.kind == "choice":
        return "choose_several" if options.several else "choose"
    return options.kind


def _result(scene: Scene, options: PollOptions, audience: Audience, told: bool) -> dict[str, Any]:
    """Whoever tells the result sees it before the room does."""
    if not told and audience.screen != "tablet":
        return results.NOTHING
    return results.as_data(scene, options, audience.screen)


def _for_screen(scene: Scene, options: PollOptions, audience: Audience) -> dict[str, Any]:
    if audience.screen == "phone":
        return {}
    shown: dict[str, Any] = {"answered": answers.answered(scene, options)}
    if audience.screen == "tablet":
        return shown | {
            "people": len(scene.people),
            "phoneless": phoneless(scene),
            "waiting": _waiting(scene),
        }
    return shown | {"more": results.words_left_out(scene, options)}


def _waiting(scene: Scene) -> list[dict[str, str]]:
    """The words that wait for the facilitator because they may lead to a person."""
    return [
        {"id": item.id, "text": item.payload["text"], "held": held(item)}
        for item in scene.board.of_step(scene.step.id, answers.KIND)
        if held(item)
    ]
