"""Choosing what an evening begins with: a template that every library has, or one of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plekberaad_app.core.programme import Step, copied
from plekberaad_app.core.rights import Action, Resource, may
from plekberaad_app.features.templates.declared import TEMPLATES
from plekberaad_app.features.templates.filling import steps_from, template_named
from plekberaad_app.features.templates.own_templates import own_template, own_templates
from plekberaad_app.features.templates.proportion import in_proportion
from plekberaad_app.features.templates.template import Template, fill
from plekberaad_app.platform.database.templates import OwnTemplate
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.tokens import new_id
from plekberaad_app.room.programme_edits import new_step
from plekberaad_app.room.stretching import minutes_of

DEFAULT = TEMPLATES[0].name
_OWN = "own."


@dataclass(frozen=True)
class TemplateCard:
    """A template to choose; `says` tells its steps, `minutes` is how long it usually takes.

    One of the library's own has an `id`.
    """

    name: str = ""
    title: str = ""
    says: str = ""
    minutes: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an evening begins with, and how many minutes that takes."""

    steps: tuple[Step, ...]
    minutes: int


def offered(facilitator: Facilitator) -> list[TemplateCard]:
    """Those of the library first, then those that every library has."""
    may_see = may(facilitator.role, Action.READ, Resource.TEMPLATE)
    own = own_templates(facilitator) if may_see else []
    return [*map(own_card, own), *map(_card, TEMPLATES)]


def chosen(facilitator: Facilitator, name: str, minutes: int | None, question: str) -> Chosen:
    """What this template makes of so many minutes, or of its usual number; `question` is that of
    the evening.

    Raises NotFound('template_unknown'), NotAllowed, BadInput('template_minutes') (least, most).
    """
    if name.startswith(_OWN):
        return _own(own_template(facilitator, name.removeprefix(_OWN)), minutes)
    template = template_named(name)
    length = template.minutes if minutes is None else minutes
    return Chosen(steps_from(template, length, question), length)


def own_card(template: OwnTemplate) -> TemplateCard:
    """A template of the library."""
    return TemplateCard(
        f"{_OWN}{template.id}",
        template.name,
        ", ".join(step.title for step in template.steps),
        _length(template.steps),
        template.id,
    )


def _own(template: OwnTemplate, minutes: int | None) -> Chosen:
    """With every step in proportion; as it was kept where that cannot be, which the desk tells."""
    steps = tuple(
        replace(new_step(step.kind, step.title, step.options, step.id), script=step.script)
        for step in template.steps
    )
    length = _length(steps) if minutes is None else minutes
    fitting = steps if length == _length(steps) else in_proportion(steps, length) or steps
    return Chosen(copied(fitting, new_id), length)


def _card(template: Template) -> TemplateCard:
    title = text(f"templates.{template.name}.title")
    return TemplateCard(template.name, title, _says(template), template.minutes)


def _says(template: Template) -> str:
    """The names of its steps, in order."""
    filled = fill(template, template.minutes)
    return ", ".join(text(f"templates.step.{each.name}").lower() for each in filled)


def _length(steps: Sequence[Step]) -> int:
    return sum(map(minutes_of, steps))
