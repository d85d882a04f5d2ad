"""Every phase has a sign of its own: the pictogram and the hue that all screens show."""

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest

from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.activities.contract.stage import stops_of
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui.icons import ICONS

TOKENS = ROOT / "assets" / "styles" / "tokens.css"
HUES = set(re.findall(r"^\.hue-([a-z]+) ", TOKENS.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("kind", activities())
def test_every_phase_has_a_pictogram_and_a_hue_that_exist(kind: str):
    signs = activity_of(kind).signs
    assert {stop.phase for step in steps_of(kind) for stop in stops_of(step)} == set(signs)
    assert {sign.icon for sign in signs.values()} <= ICONS
    assert {sign.hue for sign in signs.values()} <= HUES


@pytest.mark.parametrize("kind", activities())
def test_no_two_phases_of_an_activity_look_alike(kind: str):
    signs = activity_of(kind).signs.values()
    assert len({sign.icon for sign in signs}) == len({sign.hue for sign in signs}) == len(signs)


def test_no_pictogram_stands_for_two_phases():
    icons = [sign.icon for one in activities().values() for sign in one.rules.signs.values()]
    assert len(set(icons)) == len(icons)


def steps_of(kind: str) -> Iterator[Step]:
    """A step as it is by itself, and one for each choice in each option that has only a few."""
    yield Step("step", kind, "")
    for name, option in activity_of(kind).Options.model_fields.items():
        yield from (Step("step", kind, "", {name: value}) for value in choices(option.annotation))


def choices(annotation: Any) -> tuple[Any, ...]:
    if annotation is bool:
        return (True, False)
    return get_args(annotation) if get_origin(annotation) is Literal else ()
