"""The stylesheets: small, in layers, for any direction, and without what nobody uses."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest

from plekberaad_app.platform.settings import ROOT
from tests.ui.stylesheets import SHEETS, STYLES, Rule, outweighs, rules_of, sheet

MAX_LINES = 400
ENTRIES = ("everywhere", "start", "desk", "phone", "tablet", "projector", "report")
IMPORT = re.compile(r'@import "([^"]+)" layer\(([a-z]+)\);')
LAYERS = re.search(r"@layer (.*);", sheet("layers"))[1].split(", ")  # pyright: ignore[reportOptionalSubscript]

# Says a side by its place on the screen, which is another one where people read from right to left.
PHYSICAL = re.compile(
    r"^(scroll-)?(margin|padding|border)-(top|right|bottom|left)\b"
    r"|^border-(top|bottom)-(left|right)-radius$"
    r"|^(top|right|bottom|left|float|clear)$"
    r"|^(min-|max-)?(width|height)$"
)
BOTH_SIDES = re.compile(r"^(scroll-)?(margin|padding)$|^inset$|^border-(width|style|color)$")
# One value of several: a word, or a function with all that is in it.
VALUE = re.compile(r"(?:[^\s()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+")
# Not looked for: `overflow-x` and `-y`, of which the logical names are too young, and the corners
# in table-sign.css, since the sign of a table has the same shape for everybody.

# Classes whose names are put together: `table_class`, `phase_hue`, the phases of a step, the views
# of the tablet, the answers of a check-in.
PUT_TOGETHER = re.compile(r"^(table-\d+|hue-\w+|phase-\w+|view-\w+|is-\w+)$")
WEIGHED_APART = {
    # The owners of a carousel are in no pager and in no spotlight.
    (".pager .note .note-table .badge-number", ".owners .badge-number"),
    (".spotlight .note .badge-number", ".owners .badge-number"),
}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sheet_is_longer_than_somebody_reads(path: Path):
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES


def test_no_sheet_says_left_or_right():
    assert [
        f"{path.relative_to(ROOT)}: {rule.selector} {{ {name}: {value} }}"
        for path in SHEETS
        for rule in rules_of(path)
        for name, value in rule.says.items()
        if is_physical(name, value)
    ] == []


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("margin-left", "1px", True),
        ("margin-inline-start", "1px", False),
        ("width", "1px", True),
        ("max-inline-size", "1px", False),
        ("text-align", "right", True),
        ("text-align", "start", False),
        ("padding", "1px 2px 3px 2px", False),
        ("padding", "1px 2px 3px calc(2px + (1px))", True),
        ("inset", "auto 1rem 1rem", False),
    ],
)
def test_the_reader_of_this_test_finds_what_is_physical(name: str, value: str, found: bool):
    assert is_physical(name, value) is found


def is_physical(name: str, value: str) -> bool:
    if BOTH_SIDES.search(name):
        values = VALUE.findall(value)
        return len(values) == 4 and values[1] != values[3]
    return bool(PHYSICAL.search(name)) or (name == "text-align" and value in {"left", "right"})


def test_every_class_of_a_sheet_is_given_by_some_component():
    given = _words_of_components()
    unused = {
        f"{path.relative_to(ROOT)}: .{name}"
        for path in SHEETS
        for rule in rules_of(path)
        for name in re.findall(r"\.(-?[a-zA-Z_][\w-]*)", rule.selector)
        if name not in given and not PUT_TOGETHER.search(name)
    }
    assert unused == set()


def _words_of_components() -> set[str]:
    """Every word that stands in a text of our own code, where a class would."""
    sources = [
        *(ROOT / "plekberaad_app").rglob("*.py"),
        *(ROOT / "assets" / "browser").glob("*.js*"),
    ]
    texts = (
        text
        for path in sources
        for text in re.findall(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`', path.read_text("utf-8"))
    )
    return {word for text in texts for part in text for word in part.replace(".", " ").split()}


def test_every_sheet_of_a_concept_is_loaded_by_some_screen():
    loaded = {STYLES / path for name in ENTRIES for path, _ in IMPORT.findall(sheet(name))}
    entries = {STYLES / f"{name}.css" for name in (*ENTRIES, "layers")}
    assert loaded | entries == {path for path in SHEETS if STYLES in path.parents}


@pytest.mark.parametrize("name", ENTRIES)
def test_a_screen_names_its_sheets_by_layer_in_their_order(name: str):
    assert '@import "layers.css";' in sheet(name)
    imports = IMPORT.findall(sheet(name))
    assert all(path.removesuffix(".css").split("/")[0] == layer for path, layer in imports)
    places = [LAYERS.index(layer) for _, layer in imports]
    assert all(one <= other for one, other in pairwise(places))


@pytest.mark.parametrize("screen", ENTRIES[1:])
def test_no_layer_outweighs_a_later_one(screen: str):
    """Layers are written out for older browsers, where weight counts more than order."""
    layers = [list(_rules_in(layer, screen)) for layer in LAYERS]
    assert [
        f"{one.selector} / {other.selector}"
        for early, late in combinations(layers, 2)
        for one, other in product(early, late)
        if outweighs(one, other) and (one.selector, other.selector) not in WEIGHED_APART
    ] == []


def _rules_in(layer: str, screen: str) -> Iterator[Rule]:
    """What a layer says on this screen."""
    imports = (*IMPORT.findall(sheet("everywhere")), *IMPORT.findall(sheet(screen)))
    paths = [STYLES / path for path, of in imports if of == layer]
    if layer == LAYERS[-1]:
        own = {"styles.css", f"{screen}.css"}
        paths = [path for path in SHEETS if STYLES not in path.parents and path.name in own]
    return (rule for path in paths for rule in rules_of(path) if rule.selector[0] != "@")
