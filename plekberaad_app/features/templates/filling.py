"""Steps from a template, and a programme that still is as a template made it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.programme import Step
from plekberaad_app.features.templates.declared import TEMPLATES
from plekberaad_app.features.templates.template import MAX_EVENING, Filled, Template, fill
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.programme_edits import new_step
from plekberaad_app.room.stretching import minutes_of, stretched

Steps = tuple[Step, ...]


def template_named(name: str) -> Template:
    """The template with this name; raises NotFound('template_unknown')."""
    for template in TEMPLATES:
        if template.name == name:
            return template
    raise NotFound("template_unknown")


def steps_from(template: Template, minutes: int, question: str = "") -> Steps:
    """New steps that take exactly so many minutes, and ask the question of the evening.

    Raises BadInput('template_minutes') (least, most).
    """
    asks = template.heart.asks
    return tuple(
        _step(replace(filled, options={**filled.options, asks: question}))
        if asks and filled.kind == template.heart.kind
        else _step(filled)
        for filled in _filled(template, minutes)
    )


def refilled(steps: Steps, minutes: int) -> Steps | None:
    """The programme as its template fills so many minutes; None if somebody edited it.

    What was there keeps its id and its title.
    """
    for template in TEMPLATES:
        before = _parts(template, steps)
        if before is not None and template.least <= minutes <= MAX_EVENING:
            wanted = _filled(template, minutes)
            new = steps_from(template, minutes, _question(template, steps))
            return tuple(
                _as_before(step, before.get(_place(each)))
                for step, each in zip(new, wanted, strict=True)
            )
    return None


def _parts(template: Template, steps: Steps) -> dict[tuple[str, int], Step] | None:
    """The steps by their place in the template; None if they are not what it fills."""
    length = sum(minutes_of(step) for step in steps)
    if not template.least <= length <= MAX_EVENING:
        return None
    made = steps_from(template, length, _question(template, steps))
    if [_content(step) for step in steps] != [_content(step) for step in made]:
        return None
    wanted = _filled(template, length)
    return {_place(each): step for each, step in zip(wanted, steps, strict=True)}


def _question(template: Template, steps: Steps) -> str:
    """What the heart of it asks now."""
    asks, kind = template.heart.asks, template.heart.kind
    return next((step.options.get(asks, "") for step in steps if step.kind == kind), "")


def _filled(template: Template, minutes: int) -> tuple[Filled, ...]:
    try:
        return fill(template, minutes)
    except ValueError:
        raise BadInput("template_minutes", least=template.least, most=MAX_EVENING) from None


def _place(filled: Filled) -> tuple[str, int]:
    return filled.name, filled.number


def _as_before(step: Step, before: Step | None) -> Step:
    return replace(step, id=before.id, title=before.title) if before else step


def _step(filled: Filled) -> Step:
    step = new_step(filled.kind, _title(filled), filled.options)
    return replace(step, options=stretched(step, filled.minutes))


def _title(filled: Filled) -> str:
    key = f"templates.step.{filled.name}"
    return text(key) if filled.number == 1 else text(f"{key}.again")


def _content(step: Step) -> tuple[str, Mapping[str, Any]]:
    """What a step does, as its activity reads it today."""
    return step.kind, new_step(step.kind, step.title, step.options).options
