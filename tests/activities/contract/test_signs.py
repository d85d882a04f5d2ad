"""Every phase has a sign of its own: the pictogram and the hue that all screens show."""

import re

import pytest

from plekberaad_app.activities.contract.discovery import activities, activity_of
from plekberaad_app.activities.contract.stage import stops_of
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui.icons import ICONS

TOKENS = ROOT / "assets" / "styles" / "tokens.css"
# The same activity, with another phase than it has by itself.
OTHERS = [Step("other", "welcome", "", {option: True}) for option in ("is_break", "is_closing")]
HUES = set(re.findall(r"^\.hue-([a-z]+) ", TOKENS.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("kind", activities())
def test_every_phase_has_a_pictogram_and_a_hue_that_exist(kind: str):
    signs = activity_of(kind).signs
    steps = [Step("step", kind, ""), *(step for step in OTHERS if step.kind == kind)]
    assert {stop.phase for step in steps for stop in stops_of(step)} == set(signs)
    assert {sign.icon for sign in signs.values()} <= ICONS
    assert {sign.hue for sign in signs.values()} <= HUES


@pytest.mark.parametrize("kind", activities())
def test_no_two_phases_of_an_activity_look_alike(kind: str):
    signs = activity_of(kind).signs.values()
    assert len({sign.icon for sign in signs}) == len({sign.hue for sign in signs}) == len(signs)


def test_no_pictogram_stands_for_two_phases():
    icons = [sign.icon for one in activities().values() for sign in one.rules.signs.values()]
    assert len(set(icons)) == len(icons)
