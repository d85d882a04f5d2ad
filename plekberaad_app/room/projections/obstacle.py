"""What stops the room, as the tablet draws it: a sentence, and the buttons that resolve it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle
from plekberaad_app.activities.contract.stage import obstacle
from plekberaad_app.core.evening import Evening, Status
from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.room.views.tablet import ObstacleView


def in_the_way(evening: Evening, now: datetime) -> ObstacleView:
    """The obstacle of this moment, or an empty one."""
    if evening.live_session.status is Status.CLOSED:
        return ObstacleView()
    found = obstacle(evening, now)
    if found is None:
        return ObstacleView()
    return ObstacleView(
        said=_sentence(found),
        is_blocking=found.is_blocking,
        can_wait=found.can_wait,
        view=found.view,
        cures=_cures(found.cures),
        parts=[{"said": _sentence(part), "cures": _cures(part.cures)} for part in found.parts],
    )


def _sentence(found: Obstacle) -> str:
    return in_words(Say(f"error.{found.code}", found.values))


def _cures(cures: Iterable[Cure]) -> list[dict[str, Any]]:
    return [
        {
            "id": cure.id,
            "label": in_words(cure.label),
            "asks": [_ask(ask) for ask in cure.asks],
            "is_end": (cure.does, cure.name) == ("steer", "close"),
        }
        for cure in cures
    ]


def _ask(ask: Ask) -> dict[str, Any]:
    return {
        "name": ask.name,
        "label": in_words(ask.label),
        "longest": ask.longest,
        "is_list": ask.is_list,
        "given": ask.given,
        "choices": [{"number": number, "name": name} for number, name in ask.choices],
    }
