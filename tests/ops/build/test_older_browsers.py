"""What is built can be read by the oldest browsers that the README names."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plekberaad_app.ops.build.first_load import NotAsExpected
from plekberaad_app.ops.build.older_browsers import (
    OLDEST,
    for_the_oldest,
    with_older_styles,
)
from plekberaad_app.platform.frontend import PAGES, TOO_OLD, WEB, scripts_in
from plekberaad_app.platform.settings import ROOT

NODE = Path(sys.executable).parent / "node"
BROUGHT = (ROOT / "assets" / "browser" / "older.js").read_text("utf-8")
# Only the report of a facilitator draws figures; it says so itself when it cannot.
NOT_ON_PHONES = "plotly"

# Built-ins and parts of the web's interface that came after the oldest browsers.
YOUNGER = {
    *("AggregateError", "CompressionStream", "FinalizationRegistry", "ResizeObserver"),
    *("TextDecoderStream", "TextEncoderStream", "TransformStream", "WeakRef", "allSettled", "any"),
    *("at", "checkVisibility", "findLast", "findLastIndex", "fromAsync", "getSetCookie"),
    *("groupBy", "hasOwn", "isWellFormed", "pipeThrough", "pipeTo", "queueMicrotask"),
    *("randomUUID", "replaceAll", "replaceChildren", "requestSubmit", "showModal", "showPopover"),
    *("startViewTransition", "structuredClone", "toReversed", "toSorted", "toSpliced"),
    *("toWellFormed", "withResolvers"),
}
# The router and React call these only where they are, or where a page of ours would ask for it.
ONLY_WHERE_THEY_ARE = {"startViewTransition", "requestSubmit"}

READ = """
const fs = require("fs");
const { parse } = require(process.argv[1] + "/node_modules/@babel/parser");
const young = new RegExp("^(Optional(Member|Call)Expression|Class(Private\\\\w*|Property)"
  + "|ClassAccessorProperty|PrivateName|StaticBlock|BigIntLiteral)$");
const found = { syntax: [], names: [] };
const look = (node) => {
  const { type, operator = "", pattern = "", flags = "" } = node;
  const isYoung = young.test(type) || /^\\?\\?|^(\\|\\||&&)=$/.test(operator)
    || type === "ExportNamespaceSpecifier" || /\\(\\?<[=!]/.test(pattern) || /[dv]/.test(flags);
  if (isYoung) found.syntax.push(type + operator + pattern);
  const called = /^(Call|New)Expression$/.test(type) ? node.callee : undefined;
  if (called) found.names.push(called.name ?? called.property?.name ?? "");
  const { loc, extra, ...parts } = node;
  Object.values(parts).flat().forEach((part) => part?.type && look(part));
};
const options = { sourceType: "unambiguous" };
for (const code of JSON.parse(fs.readFileSync(0, "utf8"))) look(parse(code, options).program);
console.log(JSON.stringify(found));
"""


def read(*code: str) -> dict[str, list[str]]:
    """The younger syntax in this code, and the names of all that it calls."""
    done = subprocess.run(
        [str(NODE), "-e", READ, str(WEB)],
        input=json.dumps(code),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def built_code() -> list[str]:
    files = (PAGES / "assets").glob("*.js")
    inside = {script for page in PAGES.rglob("*.html") for script in scripts_in(page)}
    return [
        *inside,
        *(file.read_text("utf-8") for file in files if NOT_ON_PHONES not in file.name),
    ]


@pytest.mark.served
def test_no_built_code_is_written_younger_than_the_oldest_browser_reads(built: None):
    assert read(*built_code())["syntax"] == []


@pytest.mark.served
def test_all_that_built_code_calls_is_there_or_is_brought(built: None):
    called = set(read(*built_code())["names"])
    brought = set(re.findall(r'lacking\([^"]+"(\w+)"', BROUGHT))
    assert called & YOUNGER - brought <= ONLY_WHERE_THEY_ARE


@pytest.mark.served
def test_the_reader_of_this_test_finds_what_is_young(built: None):
    young = read("a?.b; a ?? b; class A { #b = 1; c = 2 } 1n; /(?<=a)b/; [].at(-1)")
    assert len(young["syntax"]) >= 6
    assert "at" in young["names"]


@pytest.mark.served
def test_what_is_brought_is_written_for_browsers_that_know_little(built: None):
    early = (ROOT / "assets" / "browser" / "early.js").read_text("utf-8")
    assert read(BROUGHT, early)["syntax"] == []
    for code in (BROUGHT, early):
        said = re.sub(r"/\*.*?\*/|//.*", "", code, flags=re.DOTALL)
        assert not re.search(r"=>|`|\b(const|let|class)\b", said)


@pytest.mark.served
def test_no_style_of_ours_stands_in_a_layer_that_older_browsers_skip(built: None):
    styles = [file.read_text("utf-8") for file in (PAGES / "assets").glob("*.css")]
    assert not [style for style in styles if re.search(r"@layer [^;{]*\{", style)]


@pytest.mark.served
def test_the_page_for_older_browsers_has_no_script_and_two_languages(built: None):
    page = (PAGES / TOO_OLD.strip("/")).read_text("utf-8")
    assert "<script" not in page
    assert page.count('<section lang="') == 2
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, version in OLDEST.items():
        assert f"{name.capitalize()} {version}" in page
        assert f"{name.capitalize()} {version}" in readme


def test_a_framework_that_builds_otherwise_is_noticed():
    with pytest.raises(NotAsExpected):
        for_the_oldest("export default {}")
    with pytest.raises(NotAsExpected):
        with_older_styles("export default {}")
