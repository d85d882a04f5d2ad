"""The compiled pages say what they said before their code was made shorter."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from plekberaad_app.platform.frontend import WEB
from plekberaad_app.platform.settings import ROOT

NODE = Path(sys.executable).parent / "node"

SAME = [
    'room?.["status"]',
    'room?.["status"]?.valueOf?.() === "closed"?.valueOf?.()',
    'room?.status?.valueOf?.() !== ""?.valueOf?.()',
    '(room?.["status"]?.valueOf?.() === (me?.["status"])?.valueOf?.())',
    'room?.["me"]?.["status"]?.at?.(1)',
    'room?.["status"]?.[me?.["place"]]',
    '["one", "two"]?.at?.((me?.["place"] - 1) % 2)',
    '(me?.["place"] > 1 ? room : me)?.["status"] ?? []',
    '(room?.["place"] ?? "") + 1',
    'room ?? me ?? "nobody"',
    'me?.["status"].length?.valueOf?.() === 6?.valueOf?.()',
    '(me?.["status"].hasOwnProperty(room?.["place"]) ? me?.["status"]?.[room?.["place"]] : 0)',
    'me?.["status"]?.includes?.("o")',
    'room?.["me"].status.at(0)',
    'new Date(0)?.valueOf?.() === me?.["place"]?.valueOf?.()',
    '"room?.[1] ?? []".length + (me?.["place"] ?? 0)',
]
NO_NAME = {
    'me?.["status"]?.includes?.("o")',
    'room?.["me"].status.at(0)',
    '"room?.[1] ?? []".length + (me?.["place"] ?? 0)',
}
THINGS: list[Any] = [
    None,
    {},
    {"status": None, "place": None, "me": None},
    {"status": "closed", "place": 1, "me": {"status": ["a", "b"]}},
    {"status": "", "place": 0, "me": {}},
    {"status": ["to", "do"], "place": 2, "me": {"status": "open"}},
]
COMPONENTS = """
export const Bare_1 = /*#__PURE__*/ (() => {
const Bare_1 = memo(({children}) => {
    return(me?.["status"])
});
Bare_1.displayName = "Bare";
return Bare_1;
})();
export const Cond_1 = /*#__PURE__*/ (() => {
const Cond_1 = memo(({children}) => children?.at?.(0));
Cond_1.displayName = "Cond";
return Cond_1;
})();
"""
RUN = """
const [web, plugin, brief] = process.argv.slice(1);
const { shorter } = await import(plugin);
const { parseSync } = await import(web + "/node_modules/rolldown/dist/utils-index.mjs");
const names = await import(brief);
const { texts, things, kept } = JSON.parse((await import("fs")).readFileSync(0, "utf8"));
const parse = (code) => parseSync("a.jsx", code, { preserveParens: kept }).program;
const made = texts.map((text) => shorter(text, parse));
const value = (code, room, me) => {
  try {
    return new Function(...Object.keys(names), "room", "me", "return " + code)(
      ...Object.values(names), room, me);
  } catch {
    return "no answer";
  }
};
const answers = (code) => things.map(([room, me]) => value(code, room, me) ?? "nothing");
const body = (code) => code.slice(code.indexOf("\\n") + 1);
console.log(JSON.stringify(made.map((code, i) => ({
  code: body(code), before: answers(texts[i]), after: answers(body(code)) }))));
"""


def shortened(*texts: str, kept: bool = False) -> list[dict[str, Any]]:
    """The shorter code of each, and what both say of every pair of things.

    Some versions of the bundler have kept round brackets in what they read, others not.
    """
    places = [
        WEB,
        ROOT / "plekberaad_app" / "ops" / "build" / "shorter_code.mjs",
        ROOT / "assets/browser/brief.js",
    ]
    done = subprocess.run(
        [str(NODE), "--input-type=module", "-e", RUN, *map(str, places)],
        input=json.dumps({"texts": texts, "things": list(product(THINGS, THINGS)), "kept": kept}),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)


@pytest.mark.served
@pytest.mark.parametrize("kept", [False, True])
def test_what_is_asked_by_a_short_name_has_the_answer_it_had(built: None, kept: bool):
    for text, made in zip(SAME, shortened(*SAME, kept=kept), strict=True):
        answered = [
            pair
            for pair in zip(made["before"], made["after"], strict=True)
            if pair[0] != "no answer"
        ]
        assert answered, text
        assert [after for _, after in answered] == [before for before, _ in answered], text


@pytest.mark.served
def test_what_has_no_short_name_stays_as_it_was(built: None):
    kept = [text for text, made in zip(SAME, shortened(*SAME), strict=True) if "?." in made["code"]]
    assert kept == [text for text in SAME if text in NO_NAME]


@pytest.mark.served
def test_of_the_components_those_of_a_text_are_known_by_name(built: None):
    [made] = shortened(COMPONENTS)
    assert 'Bare_1 = /*#__PURE__*/ named("Bare", memo(' in made["code"]
    assert "Cond_1 = /*#__PURE__*/ memo(({children}) => at(children, 0));" in made["code"]
    assert "displayName" not in made["code"]
