"""What can be added to a programme, and sentences about it."""

from typing import Any

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.stretching import minutes_of


def titles_of_kinds() -> dict[str, str]:
    """What can be added, by kind: the title that a new step has by itself."""
    return {kind: text(f"{kind}.title") for kind in activities()}


def told_proposal(steps: tuple[Step, ...] | None) -> str:
    """What a fitting programme would be; '' without one."""
    if steps is None:
        return ""
    each = (f"{step.title} {minutes_of(step)}" for step in steps)
    return text("programme.proposal", steps=", ".join(each))


def edge_of(place: Any, steps: int) -> str:
    """Which sentence says that a step is already first or last; '' when it can move."""
    if not isinstance(place, int) or 0 <= place < steps:
        return ""
    return "preparing.done.is_first" if place < 0 else "preparing.done.is_last"
