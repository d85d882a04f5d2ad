"""The sign of a table as a drawing: its animal in white on its colour and shape."""

import re
from functools import cache
from pathlib import Path

from plekberaad_app.ui.tokens import COLOURS, TABLES

_ASSETS = Path(__file__).parents[3] / "assets"
_SHEET = _ASSETS / "styles" / "components" / "table-sign.css"
_RULE = re.compile(r"^\.table-(\d+) \{(.*)\}$", re.MULTILINE)
_ANIMAL = re.compile(r"/animals/([a-z]+)\.svg")
_SHAPE = re.compile(r"--shape: ([^;]+);")
_CUT = re.compile(r"--cut: polygon\(([^)]+)\);")
_ANIMAL_SIZE = re.compile(r"--animal-size: (\d+)%;")
_PERCENT = re.compile(r"(\d+)%")
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


@cache
def sign_svg(number: int) -> str:
    """The sign of this table, without its number; after the last animal they begin anew."""
    place = (number - 1) % TABLES + 1
    rule = _rules()[place]
    size = int(found.group(1)) if (found := _ANIMAL_SIZE.search(rule)) else 60
    edge, scale = (100 - size) / 2, size / 32
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<path fill="{COLOURS[f"table-{place}"]}" d="{_outline(rule)}"/>'
        f'<g color="{COLOURS["on-table"]}" transform="translate({edge} {edge}) scale({scale})">'
        f"{_animal(rule)}</g></svg>"
    )


@cache
def _rules() -> dict[int, str]:
    """What the stylesheet of the screens says of each table."""
    found = _RULE.findall(_SHEET.read_text(encoding="utf-8"))
    return {int(number): rule for number, rule in found}


def _animal(rule: str) -> str:
    found = _ANIMAL.search(rule)
    assert found
    drawing = _DRAWING.search((_ASSETS / "animals" / f"{found.group(1)}.svg").read_text("utf-8"))
    assert drawing
    return drawing.group(1)


def _outline(rule: str) -> str:
    """A path in a square of 100: cut to points, or with corners that are rounded by so much."""
    if cut := _CUT.search(rule):
        points = (point.replace("%", "") for point in cut.group(1).split(","))
        return f"M{' L'.join(point.strip() for point in points)} Z"
    shape = _SHAPE.search(rule)
    return _rounded(*_corners(shape.group(1) if shape else "50%"))


def _corners(shape: str) -> tuple[int, int, int, int]:
    """From the top left, clockwise; as in CSS, what is not said is as the corner across."""
    said = [int(each) for each in _PERCENT.findall(shape)]
    first, second = said[0], said[1] if len(said) > 1 else said[0]
    third = said[2] if len(said) > 2 else first
    return first, second, third, said[3] if len(said) > 3 else second


def _rounded(a: int, b: int, c: int, d: int) -> str:
    return (
        f"M{a} 0 H{100 - b} A{b} {b} 0 0 1 100 {b} V{100 - c} A{c} {c} 0 0 1 {100 - c} 100 "
        f"H{d} A{d} {d} 0 0 1 0 {100 - d} V{a} A{a} {a} 0 0 1 {a} 0 Z"
    )
