"""A template fills the minutes there are, to the minute, with a break before people need one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.templates.declared import TEMPLATES
from plekberaad_app.features.templates.filling import refilled, steps_from
from plekberaad_app.features.templates.template import (
    MAX_EVENING,
    WITHOUT_BREAK,
    Template,
    fill,
    longest_stretch,
)
from plekberaad_app.room.stretching import minutes_of

ANY = st.sampled_from(TEMPLATES)
ALL = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


@st.composite
def evenings(draw: st.DrawFn) -> tuple[Template, int]:
    template = draw(ANY)
    return template, draw(st.integers(template.least, MAX_EVENING))


@given(evenings())
def test_every_minute_is_used_and_none_too_many(evening: tuple[Template, int]):
    template, minutes = evening
    assert sum(filled.minutes for filled in fill(template, minutes)) == minutes


@given(evenings())
def test_the_steps_take_as_long_as_the_template_says(evening: tuple[Template, int]):
    template, minutes = evening
    steps = steps_from(template, minutes)
    assert sum(minutes_of(step) for step in steps) == minutes
    assert len({step.id for step in steps}) == len(steps)


@given(evenings())
def test_nobody_sits_for_two_hours_without_a_break(evening: tuple[Template, int]):
    template, minutes = evening
    assert longest_stretch(fill(template, minutes), template.pause.name) <= WITHOUT_BREAK


@given(evenings())
def test_a_break_stands_between_rounds_and_nowhere_else(evening: tuple[Template, int]):
    template, minutes = evening
    names = [filled.name for filled in fill(template, minutes)]
    heart = template.heart.name
    for at, name in enumerate(names):
        if name == template.pause.name:
            assert (names[at - 1], names[at + 1]) == (heart, heart)


@given(evenings())
def test_rounds_are_as_long_as_people_can_work_in(evening: tuple[Template, int]):
    template, minutes = evening
    heart = template.heart
    hearts = [filled for filled in fill(template, minutes) if filled.name == heart.name]
    counts = [filled.options.get(heart.counted_as, 1) for filled in hearts]
    assert all(
        filled.minutes % count == 0 and filled.minutes // count >= heart.least_round
        for filled, count in zip(hearts, counts, strict=True)
    )
    assert 1 <= sum(counts) <= max(heart.most_rounds, len(hearts))
    assert max(counts) - min(counts) <= 1


@given(evenings())
def test_what_surrounds_the_rounds_keeps_to_its_bounds(evening: tuple[Template, int]):
    template, minutes = evening
    parts = {part.name: part for part in (*template.before, template.pause, *template.after)}
    *others, last = [filled for filled in fill(template, minutes) if filled.name in parts]
    for filled in others:
        part = parts[filled.name]
        assert part.least <= filled.minutes <= part.most
        assert minutes >= part.since
    assert last.minutes <= parts[last.name].most + template.heart.most_rounds


@ALL
def test_at_its_usual_length_a_template_is_as_it_was_written(template: Template):
    lengths = {filled.name: filled.minutes for filled in fill(template, template.minutes)}
    written = {part.name: part.minutes for part in (*template.before, *template.after)}
    assert {name: lengths[name] for name in written} == written


@ALL
@pytest.mark.parametrize("minutes", [-1, 0, 1, 14, MAX_EVENING + 1, 10**9])
def test_what_no_template_can_fill_is_refused_with_what_it_can(template: Template, minutes: int):
    with pytest.raises(BadInput, match="template_minutes") as refused:
        steps_from(template, minutes)
    assert refused.value.values == {"least": template.least, "most": MAX_EVENING}


@ALL
def test_the_shortest_and_the_longest_are_filled(template: Template):
    for minutes in (template.least, 600, MAX_EVENING):
        assert sum(filled.minutes for filled in fill(template, minutes)) == minutes


@given(evenings(), st.integers(60, MAX_EVENING))
def test_a_programme_that_nobody_edited_is_filled_again(evening: tuple[Template, int], other: int):
    template, minutes = evening
    again = refilled(steps_from(template, minutes, "Wat kan hier?"), other)
    assert again is not None
    assert sum(minutes_of(step) for step in again) == other


def test_sixty_steps_or_none_are_of_no_template():
    (step, *_) = steps_from(TEMPLATES[0], 150)
    assert refilled((), 150) is None
    assert refilled((step,) * 60, 150) is None
