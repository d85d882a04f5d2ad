"""The styles of phones are read by the oldest browsers that the README names."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import pytest

from plekberaad_app.ops.build.older_browsers import OLDEST
from plekberaad_app.platform.frontend import PAGES, WEB
from plekberaad_app.platform.routes import ANY_CODE
from plekberaad_app.platform.settings import ROOT

NODE = Path(sys.executable).parent / "node"

ON_PHONES = (
    "/",
    "/d/[code]",
    "/mijn-gegevens/[code]",
    "/privacy",
    "/netwerk",
    "/verslag/[code]",
)
STYLES = re.compile(r'<link (?=[^>]*rel="stylesheet")[^>]*href="(/[^"]+)"')
ASSETS = PAGES / "assets"
PLUGIN = ROOT / "plekberaad_app" / "ops" / "build" / "older_styles.mjs"
NEVER = 999

# What some of the oldest lack, and since when Chrome, Safari and Firefox know it.
YOUNGER = {
    r"^(margin|padding)-(inline|block): ": (87, 14, 66),
    r"^inset": (87, 14, 66),
    r"^border-(inline|block)(-width|-style|-color)?: ": (87, 14, 66),
    r"^border-(start|end)-(start|end)-radius: ": (89, 15, 66),
    r"^(scale|rotate|translate): |^transition.*\b(scale|rotate|translate)\b": (104, 14, 72),
    r"\b(?<!-)(min|max|clamp)\(": (79, 13, 75),
    r"\d[dsl]v[hwib]\b": (108, 15, 101),
    r"^aspect-ratio: ": (88, 15, 89),
    r"^(overflow(-[xy])?): clip": (90, 16, 81),
    r"color-mix\(|light-dark\(|oklch\(|oklab\(|\blch\(|\blab\(": (111, 16, 113),
    r"^accent-color: ": (93, 15, 92),
    r"^field-sizing: ": (123, 26, NEVER),
    r"^text-wrap: ": (114, 17, 121),
    r"^overflow-wrap: anywhere": (80, 15, 65),
    r"^scroll-(margin|padding)": (69, 14, 68),
    r"^content-visibility: ": (85, 18, 125),
    r"^container": (105, 16, 110),
    r"\bsubgrid\b": (117, 16, 71),
    r"^flex gap: ": (84, 14, 63),
}
YOUNGER_SELECTORS = {
    r":has\(": (105, 15, 121),
    r":(is|where)\(": (88, 14, 78),
    r":focus-visible": (86, 15, 85),
    r":not\([^()]*,": (88, 9, 84),
    r":popover-open": (114, 17, 125),
    r"::file-selector-button": (89, 14, 82),
    r"::backdrop": (37, 15, 47),
}
YOUNGER_BLOCKS = {
    r"^container": (105, 16, 110),
    r"^layer": (99, 15, 97),
    r"^media.*[<>]": (104, 16, 63),
    r"^scope|^starting-style": (118, 17, 128),
}

# Where a browser skips these, the page is less pretty and as useful.
FINE_WITHOUT = (
    r"^accent-color|^field-sizing|^text-wrap|^scroll-(margin|padding)|^overflow-wrap: anywhere"
)
# A browser draws a ring of its own; the mark in a choice shows that it is chosen; the letters of a
# report on paper; a clock that nobody has to look at; and the form of what no page on a phone has:
# lists of several lines, pickers of files, windows on top of a page.
FINE_WITHOUT_RULE = (
    r":focus-visible|^\.choice:has\(:checked\)|^html:has\(\.report\)"
    r"|^\.phone-running:has\(.*\) \.clock"
    r"|:where\(|file-selector|::backdrop"
)
# The README asks a younger browser of the tablet and of the projector.
ELSEWHERE = r"\.projector|\.tablet"

READ = """
const postcss = require(process.argv[1] + "/node_modules/postcss");
const sheets = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = [];
sheets.forEach((sheet) => postcss.parse(sheet).walkRules((rule) => {
  const [blocks, next] = [[], rule.next()];
  for (let up = rule.parent; up.params; up = up.parent) blocks.push(`${up.name} ${up.params}`);
  const after = next?.name === "supports" ? next.toString() : "";
  const said = rule.nodes.filter(({ type }) => type === "decl");
  const says = said.map(({ prop, value }) => `${prop}: ${value}`);
  found.push({ selectors: rule.selectors, says, blocks, after });
}));
console.log(JSON.stringify(found));
"""

WRITE = """
const postcss = require(process.argv[1] + "/node_modules/postcss");
import(process.argv[2]).then(({ default: plugin }) => {
  const sheet = require("fs").readFileSync(0, "utf8");
  console.log(postcss([plugin]).process(sheet, { from: undefined }).css);
});
"""


@dataclass(frozen=True)
class Rule:
    """One rule of a stylesheet, and what stands around it."""

    selectors: list[str]
    says: list[str]
    blocks: list[str]
    after: str

    @property
    def asks_first(self) -> bool:
        """Whether a browser was asked if it can do this."""
        return any(block.startswith("supports") for block in self.blocks)

    @property
    def gap(self) -> str:
        """Its gap between what stands in a row; nothing where margins stand in."""
        is_row = any(re.match(r"display: (inline-)?flex", said) for said in self.says)
        gaps = [said for said in self.says if re.match(r"(row-|column-)?gap: ", said)]
        stands_in = re.search(r">\s*\*.*margin", self.after, re.DOTALL)
        return f"flex {gaps[-1]}" if is_row and gaps and not stands_in else ""

    def has_older(self, said: str) -> bool:
        """Whether the same was said before in a way that the oldest read."""
        name = said.partition(":")[0] + ":"
        before = takewhile(lambda other: other != said, self.says)
        return not said.startswith("--") and any(
            other.startswith(name) and not young(other, YOUNGER) for other in before
        )


def young(said: str, table: dict[str, tuple[int, int, int]]) -> bool:
    oldest = tuple(int(OLDEST[name]) for name in ("chrome", "safari", "firefox"))
    return any(
        re.search(pattern, said)
        and any(first > old for first, old in zip(versions, oldest, strict=True))
        for pattern, versions in table.items()
    )


def troubles(sheets: list[str]) -> list[str]:
    """What the oldest browsers do not read in these, and cannot do without."""
    done = subprocess.run(
        [str(NODE), "-e", READ, str(WEB)],
        input=json.dumps(sheets),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [trouble for each in json.loads(done.stdout) for trouble in troubles_of(Rule(**each))]


def troubles_of(rule: Rule) -> list[str]:
    if all(re.search(ELSEWHERE, selector) for selector in rule.selectors):
        return []
    blocks = [block for block in rule.blocks if young(block, YOUNGER_BLOCKS)]
    if all(re.search(FINE_WITHOUT_RULE, selector) for selector in rule.selectors):
        return blocks
    selectors = [selector for selector in rule.selectors if young(selector, YOUNGER_SELECTORS)]
    says = [
        said
        for said in filter(None, (*rule.says, rule.gap))
        if young(said, YOUNGER)
        and not re.search(FINE_WITHOUT, said)
        and not rule.asks_first
        and not rule.has_older(said)
    ]
    return [*blocks, *(f"{', '.join(rule.selectors)}: {part}" for part in (*selectors, *says))]


@pytest.mark.served
@pytest.mark.parametrize("route", ON_PHONES)
def test_the_oldest_browsers_read_all_that_a_page_on_a_phone_needs(built: None, route: str):
    built_as = route.replace("[code]", ANY_CODE).strip("/")
    page = (PAGES / built_as / "index.html").read_text("utf-8")
    sheets = [PAGES / path.strip("/") for path in STYLES.findall(page)]
    assert len(sheets) == 2
    assert troubles([path.read_text("utf-8") for path in sheets]) == []


@pytest.mark.served
def test_the_oldest_browsers_read_what_comes_with_the_panels_of_a_phone(built: None):
    sheets = [path for name in ("phone_*", "styles-*") for path in ASSETS.glob(f"{name}.css")]
    assert len(sheets) >= 3
    assert troubles([path.read_text("utf-8") for path in sheets]) == []


@pytest.mark.served
def test_layers_are_written_out_in_the_order_that_was_declared(built: None):
    style = "@layer a, b; @layer b { q { top: 0 } } @layer a { p { top: 0 } } i { top: 0 }"
    done = written(style)
    assert re.findall(r"[piq](?= \{)|@", done.stdout) == ["p", "q", "i"]


@pytest.mark.served
def test_a_layer_that_nobody_declared_stops_the_build(built: None):
    done = written("@layer a; @layer c { p { top: 0 } }")
    assert done.returncode
    assert "c is not in layers.css" in done.stderr


def written(style: str) -> subprocess.CompletedProcess[str]:
    """What our plugin makes of a sheet."""
    return subprocess.run(
        [str(NODE), "-e", WRITE, str(WEB), str(PLUGIN)],
        input=style,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.served
@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("p { inset: 0 }", 1),
        ("p { padding-inline: 1px }", 1),
        ("p { padding-inline-start: 1px }", 0),
        ("p { display: flex; gap: 1px }", 1),
        ("p { display: grid; gap: 1px }", 0),
        ("p { display: flex; gap: 1px } @supports not (inset: 0) { p > * { margin: 0 } }", 0),
        ("p { inline-size: min(1px, 2vw) }", 1),
        ("p { inline-size: 1px; inline-size: min(1px, 2vw) }", 0),
        ("p { --wide: min(1px, 2vw) }", 1),
        ("@supports (block-size: 1dvh) { p { block-size: 1dvh } }", 0),
        ("p:has(b), p { color: red }", 1),
        ("p { color: red } :focus-visible { color: red }", 0),
        ("p:focus-visible, p:hover { color: red }", 1),
        ("p { translate: 0 1px }", 1),
        ("@layer own { p { color: red } }", 1),
    ],
)
def test_the_reader_of_this_test_finds_what_is_young(built: None, style: str, found: int):
    assert len(troubles([style])) == found
