"""What changed travels by item, and whoever puts it in holds what a reload would show."""

import json
import subprocess
import sys
from operator import itemgetter
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.live.deltas import change, change_of_items, mark, mark_of_wall
from plekberaad_app.platform.settings import ROOT
from tests.clients.deltas import patched

NODE = Path(sys.executable).parent / "node"
TEXTS = st.sampled_from(["a", "b", "c", "d"])
WORDS = st.one_of(TEXTS, st.none())
ITEMS = st.lists(st.sampled_from(range(9)), unique=True, max_size=9).flatmap(
    lambda numbers: st.tuples(
        *(st.fixed_dictionaries({"id": st.just(f"n{each}"), "text": TEXTS}) for each in numbers)
    ).map(list)
)
VALUES = st.recursive(
    st.one_of(WORDS, ITEMS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)
VIEWS = st.dictionaries(TEXTS, VALUES, max_size=4)


def wall(*numbers: int, **changed: str) -> tuple[dict[str, Any], ...]:
    texts = {f"n{number}": f"note {number}" for number in numbers} | changed
    return tuple({"id": f"n{each}", "text": texts[f"n{each}"]} for each in numbers)


BY_ID = itemgetter("id")
FULL = wall(*range(400))


def after(before: Any, now: Any) -> Any:
    patch = change(before, now)
    return now if patch is None else patched(before, json.loads(json.dumps(patch)))


@given(st.one_of(st.tuples(ITEMS, ITEMS), st.tuples(VIEWS, VIEWS)))
def test_a_value_with_its_change_put_in_is_the_value_that_follows(both):
    before, now = both
    assert after(before, now) == now


def test_a_dictionary_whose_keys_changed_places_is_told_in_its_new_order():
    assert list(after({"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 3, "a": 1})) == ["b", "c", "a"]


def test_a_new_note_costs_that_note():
    assert change_of_items(FULL, (*FULL, {"id": "new", "text": "new"}), BY_ID) == {
        "put": [{"id": "new", "text": "new"}]
    }


def test_a_changed_old_note_costs_that_note():
    changed = wall(*range(400), n3="changed")
    assert change_of_items(FULL, changed, BY_ID) == {"put": [{"id": "n3", "text": "changed"}]}


def test_a_withdrawn_note_costs_its_id():
    assert change_of_items(FULL, wall(*range(7), *range(8, 400)), BY_ID) == {"gone": ["n7"]}


def test_a_note_that_comes_back_costs_that_note_and_its_place():
    without = wall(*range(7), *range(8, 400))
    assert change_of_items(without, FULL, BY_ID) == {
        "put": [{"id": "n7", "text": "note 7"}],
        "at": [7],
    }


def test_notes_that_change_places_cost_their_ids():
    order = (*range(1, 400), 0)
    assert change_of_items(FULL, wall(*order), BY_ID) == {"order": [f"n{each}" for each in order]}


def test_within_the_data_of_a_face_only_what_changed_travels():
    tables = [{"table": each, "ideas": 3, "owner": "Sam"} for each in range(1, 13)]
    more = [{**each, "ideas": 4} if each["table"] == 5 else each for each in tables]
    before, now = {"tables": tables, "is_open": True}, {"tables": more, "is_open": True}
    assert change(before, now) == {
        "in": {"tables": {"size": 12, "in": {"4": {"set": {"ideas": 4}}}}}
    }


def test_what_is_mostly_new_travels_whole():
    assert change(list(wall(1, 2)), list(wall(3, 4))) is None
    assert change({"a": 1}, {"a": 2}) is None
    assert change_of_items((), FULL, BY_ID) is None


def test_the_mark_of_a_value_is_that_of_its_equal():
    assert mark({"a": [1]}) == mark({"a": [1]}) != mark({"a": [2]})


def test_the_mark_of_a_wall_is_its_own() -> None:
    assert mark_of_wall(FULL) == mark_of_wall(FULL) != mark_of_wall(wall(*range(400)))


RUN = """
const { patched, unfolded } = await import(process.argv[1]);
const { cases, told } = JSON.parse((await import("fs")).readFileSync(0, "utf8"));
let hungUp = 0;
globalThis.window = { plekberaadHangUp: () => (hungUp += 1) };
let state = {};
const shown = told.map((delta) => (state = { ...state, ...unfolded(state, delta) }));
const answers = cases.map(([before, patch]) => patched(before, patch));
console.log(JSON.stringify({ answers, shown, hungUp }));
"""


def in_browser(cases: list[Any], told: list[Any]) -> dict[str, Any]:
    code = (ROOT / "assets/browser/deltas.js").as_uri()
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", RUN, code],
        input=json.dumps({"cases": cases, "told": told}),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_browser_puts_changes_in_as_these_tests_do():
    kept = []

    @given(st.one_of(st.tuples(ITEMS, ITEMS), st.tuples(VIEWS, VIEWS)))
    def collect(both):
        patch = change(*both)
        if patch:
            kept.append((both[0], patch, both[1]))

    collect()
    assert kept
    answers = in_browser([each[:2] for each in kept], [])["answers"]
    for answer, (_, _, now) in zip(answers, kept, strict=True):
        assert answer == now


def test_a_browser_that_missed_a_change_leaves_what_it_has_and_connects_anew():
    told = [
        {"notes_rx_state_": [{"id": "a"}], "deltas_rx_state_": {"notes": [1]}},
        {"deltas_rx_state_": {"notes": [2, 1, {"put": [{"id": "b"}]}]}},
        {"deltas_rx_state_": {"notes": [4, 3, {"put": [{"id": "d"}]}]}},
        # After a reconnect the server's own defaults come first, and then all of it.
        {"notes_rx_state_": []},
        {"deltas_rx_state_": {"notes": [4, 2, {"put": [{"id": "d"}]}]}},
        {"notes_rx_state_": [{"id": "c"}, {"id": "d"}], "deltas_rx_state_": {"notes": [4]}},
    ]
    seen = in_browser([], told)
    shown = [[note["id"] for note in state["notes_rx_state_"]] for state in seen["shown"]]
    assert shown == [["a"], ["a", "b"], ["a", "b"], [], [], ["c", "d"]]
    # Not for each of them: it does not hang up again and again.
    assert seen["hungUp"] == 1
