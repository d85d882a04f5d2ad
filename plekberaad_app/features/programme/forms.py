"""What can be added to a programme, and sentences about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.stretching import minutes_of


@dataclass(frozen=True, slots=True)
class NewPart:
    """A step that is about to be added."""

    kind: str
    title: str
    options: Mapping[str, Any] = field(default_factory=dict)


def new_parts() -> dict[str, NewPart]:
    """What can be added: a step of each kind, and what their folders offer ready-made."""
    found = activities().items()
    plain = {kind: NewPart(kind, text(f"{kind}.title")) for kind, _ in found}
    ready = {
        preset.title: NewPart(kind, text(preset.title), preset.options)
        for kind, one in found
        for preset in one.presets
    }
    return plain | ready


def new_part(kind: str) -> NewPart:
    """What a new step of this kind begins with; an unknown kind is refused by the use case."""
    return new_parts().get(kind) or NewPart(kind, kind)


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
