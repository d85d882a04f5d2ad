"""The fields of which a form of options is made: each knows its box and reads what was filled in.

`name` is the option that is set; `label` and `legend` are keys of texts, said in Dutch. How a box
looks stands in `form_boxes.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import reflex as rx

from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.activities.kit.form_boxes import (
    SECONDS_A_MINUTE,
    choice_row,
    group,
    minutes_box,
    number_box,
    step_list,
    text_box,
    tick_box,
)
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import in_words, text
from plekberaad_app.ui.labelled import line


class Field(Protocol):
    """Something that can be set for a step."""

    def draw(self, step: Any) -> rx.Component:
        """The field, filled with what is set now."""
        ...

    def read(self, form: Any) -> Mapping[str, Any]:
        """The options that were filled in; raises BadInput."""
        ...


def form_of(*fields: Field) -> OptionForm:
    """A form of these fields, from top to bottom."""
    return OptionForm(
        fields=lambda step: rx.fragment(*(each.draw(step) for each in fields)),
        read=lambda form: {
            name: value for each in fields for name, value in each.read(form).items()
        },
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, of at most `most` characters."""

    name: str
    label: str
    most: int

    def draw(self, step: Any) -> rx.Component:
        """A box of one line."""
        stands = step.options[self.name].to(str)
        return line(text(self.label), self.name, max_length=self.most, default_value=stands)

    def read(self, form: Any) -> Mapping[str, Any]:
        """What was typed."""
        return {self.name: read_text(form, self.name)}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of some lines."""

    name: str
    label: str

    def draw(self, step: Any) -> rx.Component:
        """A box of a few lines."""
        return text_box(text(self.label), self.name, 4, step.options[self.name].to(str))

    def read(self, form: Any) -> Mapping[str, Any]:
        """What was typed."""
        return {self.name: read_text(form, self.name)}


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, typed line by line; `values` are what its label tells."""

    name: str
    label: str
    values: Mapping[str, int] = field(default_factory=dict)

    def draw(self, step: Any) -> rx.Component:
        """A box of a few lines, each with one item."""
        stands = step.options[self.name].to(list[str]).join("\n")
        return text_box(in_words(Say(self.label, self.values)), self.name, 5, stands)

    def read(self, form: Any) -> Mapping[str, Any]:
        """The lines with something on them."""
        lines = read_text(form, self.name).splitlines()
        return {self.name: [each for each in lines if each.strip()]}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from `least` to `most`; where it may be left empty, that is `if_empty`."""

    name: str
    label: str
    least: int
    most: int
    may_be_empty: bool = False
    if_empty: int | None = None

    def draw(self, step: Any) -> rx.Component:
        """A box for a number."""
        limits = {"min": self.least, "max": self.most, "required": not self.may_be_empty}
        return number_box(self.label, self.name, self._stands(step), **limits)

    def _stands(self, step: Any) -> Any:
        number = step.options[self.name].to(int)
        if self.if_empty is None:
            return number
        return rx.cond(number == self.if_empty, "", number.to_string())

    def read(self, form: Any) -> Mapping[str, Any]:
        """The number that was typed."""
        is_empty = self.may_be_empty and not read_text(form, self.name).strip()
        return {self.name: self.if_empty if is_empty else form_number(form, self.name)}


@dataclass(frozen=True, slots=True)
class Minutes:
    """Lengths under one legend: stored in seconds, typed in minutes, with a comma too.

    `labels` has a label for each; what is left out stays as it is.
    """

    legend: str
    labels: Mapping[str, str]

    def draw(self, step: Any) -> rx.Component:
        """A box for each length."""
        boxes = (
            minutes_box(label, name, step.options[name].to(int))
            for name, label in self.labels.items()
        )
        return group(self.legend, rx.el.div(*boxes, class_name="minutes"))

    def read(self, form: Any) -> Mapping[str, Any]:
        """The lengths that were typed; raises BadInput('minutes_unreadable')."""
        typed = {name: read_text(form, name) for name in self.labels}
        return {name: _seconds(minutes) for name, minutes in typed.items() if minutes}


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    name: str
    label: str

    def draw(self, step: Any) -> rx.Component:
        """A box to tick."""
        return tick_box(self.label, self.name, step.options[self.name].to(bool))

    def read(self, form: Any) -> Mapping[str, Any]:
        """Whether it is ticked."""
        return {self.name: bool(read_text(form, self.name))}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values; the label of each is `<legend>.<value>`."""

    name: str
    legend: str
    values: Sequence[str]

    def draw(self, step: Any) -> rx.Component:
        """A row to tap for each value."""
        chosen = step.options[self.name]
        rows = (
            choice_row(self.name, each, self.legend, chosen == each, place)
            for place, each in enumerate(self.values, start=1)
        )
        return group(self.legend, *rows, class_name="stack-tight")

    def read(self, form: Any) -> Mapping[str, Any]:
        """The value that was chosen."""
        return {self.name: read_text(form, self.name)}


@dataclass(frozen=True, slots=True)
class Only:
    """A field that has a meaning for these values of a `OneOf` alone."""

    values: Sequence[str]
    field: Field


@dataclass(frozen=True, slots=True)
class Depending:
    """One of a few values, and below it the fields of the value that is chosen.

    The stylesheet shows and hides (`assets/styles/screens/desk/programme.css`), for at most six
    values. A browser sends what is hidden too; it is not read, so that stays as it was stored.
    """

    chosen: OneOf
    fields: Sequence[Only]

    def draw(self, step: Any) -> rx.Component:
        """The values, and every field with the places of the values that it is for."""
        return rx.el.div(
            self.chosen.draw(step),
            *(self._only(each, step) for each in self.fields),
            class_name="stack depending",
        )

    def read(self, form: Any) -> Mapping[str, Any]:
        """The value, and what is shown for it; raises BadInput."""
        chosen = self.chosen.read(form)
        shown = [each.field for each in self.fields if chosen[self.chosen.name] in each.values]
        read = {name: value for each in shown for name, value in each.read(form).items()}
        return {**chosen, **read}

    def _only(self, each: Only, step: Any) -> rx.Component:
        places = " ".join(str(self.chosen.values.index(value) + 1) for value in each.values)
        return rx.el.div(
            each.field.draw(step), class_name="only", custom_attrs={"data-for": places}
        )


@dataclass(frozen=True, slots=True)
class Either:
    """No or yes, each in words of its own: the labels are `<legend>.<no>` and `<legend>.<yes>`."""

    name: str
    legend: str
    no: str
    yes: str

    def draw(self, step: Any) -> rx.Component:
        """Two rows to tap."""
        is_on = step.options[self.name].to(bool)
        rows = (
            choice_row(self.name, self.no, self.legend, ~is_on),
            choice_row(self.name, self.yes, self.legend, is_on),
        )
        return group(self.legend, *rows, class_name="stack-tight")

    def read(self, form: Any) -> Mapping[str, Any]:
        """Whether yes was chosen."""
        return {self.name: read_text(form, self.name) == self.yes}


@dataclass(frozen=True, slots=True)
class Source:
    """Which earlier step something is taken from: its id, or '' for all, labelled `<label>.all`."""

    name: str
    label: str

    def draw(self, step: Any) -> rx.Component:
        """A list of the earlier steps that bring something."""
        return step_list(self.label, self.name, step.sources, step.options[self.name].to(str))

    def read(self, form: Any) -> Mapping[str, Any]:
        """The id that was chosen."""
        return {self.name: read_text(form, self.name)}


def _seconds(minutes: str) -> int:
    try:
        return round(float(minutes.replace(",", ".")) * SECONDS_A_MINUTE)
    except (ValueError, OverflowError):
        raise BadInput("minutes_unreadable") from None
