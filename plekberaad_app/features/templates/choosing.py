"""Choosing what an evening begins with."""

from dataclasses import dataclass

from plekberaad_app.core.programme import Step
from plekberaad_app.features.templates.declared import TEMPLATES
from plekberaad_app.features.templates.filling import steps_from, template_named
from plekberaad_app.features.templates.template import Template, fill
from plekberaad_app.platform.i18n.catalogue import text

DEFAULT = TEMPLATES[0].name


@dataclass(frozen=True)
class TemplateCard:
    """A template to choose; `says` tells its steps, `minutes` is how long it usually takes."""

    name: str = ""
    title: str = ""
    says: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an evening begins with, and how many minutes that takes."""

    steps: tuple[Step, ...]
    minutes: int


def offered() -> list[TemplateCard]:
    """The templates there are."""
    return [
        TemplateCard(
            template.name,
            text(f"templates.{template.name}.title"),
            _says(template),
            template.minutes,
        )
        for template in TEMPLATES
    ]


def chosen(name: str, minutes: int | None, question: str) -> Chosen:
    """What this template makes of so many minutes, or of its usual number; `question` is that of
    the evening.

    Raises NotFound('template_unknown'), BadInput('template_minutes') (least, most).
    """
    template = template_named(name)
    length = template.minutes if minutes is None else minutes
    return Chosen(steps_from(template, length, question), length)


def _card(template: Template) -> TemplateCard:
    title = text(f"templates.{template.name}.title")
    return TemplateCard(template.name, title, _says(template), template.minutes)


def _says(template: Template) -> str:
    """The names of its steps, in order."""
    filled = fill(template, template.minutes)
    return ", ".join(text(f"templates.step.{each.name}").lower() for each in filled)
