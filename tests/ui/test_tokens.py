"""The colours keep what accessibility asks: measured, not trusted."""

import re
from itertools import combinations

import pytest

from plekberaad_app.ui.tokens import COLOURS, TABLES
from tests.ui.stylesheets import OLDER, SHEETS

GROUNDS = ("paper", "paper-2", "card")
NIGHTS = ("night", "night-2")
OWN_HUES = ("teal", "violet", "blue")
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|hsla?\(")

Colour = tuple[float, float, float]

# Severity 1.0 of Machado, Oliveira and Fernandes (2009), on linear RGB.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.052)),
    "deutan": ((0.3673, 0.8606, -0.228), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.969)),
}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", ["ink", "ink-2", "accent", "clay", "leaf"])
def test_text_on_paper_has_a_contrast_of_four_and_a_half(ink: str, ground: str):
    assert contrast(COLOURS[ink], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on-accent", "accent"),
        ("on-accent", "accent-deep"),
        ("ink", "accent-soft"),
        ("ink", "sun"),
        ("sun-ink", "sun-soft"),
        ("clay", "clay-soft"),
        ("ink", "clay-soft"),
        ("leaf", "leaf-soft"),
        ("ink", "leaf-soft"),
        ("ink", "sun-soft"),
        *((name, f"{name}-soft") for name in OWN_HUES),
        *(("ink", f"{name}-soft") for name in OWN_HUES),
    ],
)
def test_text_on_a_coloured_ground_has_a_contrast_of_four_and_a_half(ink: str, ground: str):
    assert contrast(COLOURS[ink], COLOURS[ground]) >= 4.5


@pytest.mark.parametrize("ground", NIGHTS)
@pytest.mark.parametrize(
    "ink", ["sun", *(f"night-{name}" for name in ("ink", "ink-2", "clay", "leaf", *OWN_HUES))]
)
def test_text_on_the_projector_has_a_contrast_of_seven(ink: str, ground: str):
    assert contrast(COLOURS[ink], COLOURS[ground]) >= 7


def test_a_note_on_the_projector_has_a_contrast_of_seven():
    assert contrast(COLOURS["ink"], COLOURS["card"]) >= 7


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("edge", ["control", "focus", "accent"])
def test_edges_of_controls_stand_out_from_paper(edge: str, ground: str):
    assert contrast(COLOURS[edge], COLOURS[ground]) >= 3


@pytest.mark.parametrize("ground", NIGHTS)
def test_edges_stand_out_from_the_night(ground: str):
    assert contrast(COLOURS["night-control"], COLOURS[ground]) >= 3


@pytest.mark.parametrize("number", range(1, TABLES + 1))
def test_white_reads_on_every_table_colour(number: int):
    assert contrast(COLOURS["on-table"], COLOURS[f"table-{number}"]) >= 4.5


@pytest.mark.parametrize("eye", EYES)
def test_no_two_tables_look_alike(eye: str):
    """7 is about four times the least difference people see (OKLab, times 100)."""
    seen = [oklab(through(eye, linear(COLOURS[f"table-{n}"]))) for n in range(1, TABLES + 1)]
    assert min(100 * distance(one, other) for one, other in combinations(seen, 2)) >= 7


def test_colours_stand_in_the_tokens_only():
    others = [path for path in (*SHEETS, OLDER) if path.name != "tokens.css"]
    assert others
    assert [
        path.name
        for path in others
        if re.search(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|hsl", path.read_text())
    ] == []


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""
    dark, light = sorted(_luminance(linear(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def through(eye: str, colour: Colour) -> Colour:
    red, green, blue = (max(0.0, _dot(row, colour)) for row in EYES[eye])
    return red, green, blue


def oklab(colour: Colour) -> Colour:
    """Björn Ottosson's OKLab (2020), from linear RGB."""
    long = _dot((0.4122, 0.5363, 0.0514), colour) ** (1 / 3)
    medium = _dot((0.2119, 0.6807, 0.1074), colour) ** (1 / 3)
    short = _dot((0.0883, 0.2817, 0.63), colour) ** (1 / 3)
    cones = (long, medium, short)
    return (
        _dot((0.2105, 0.7936, -0.0041), cones),
        _dot((1.978, -2.4286, 0.4506), cones),
        _dot((0.0259, 0.7828, -0.8087), cones),
    )


def distance(one: Colour, other: Colour) -> float:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5


def _dot(row: tuple[float, float, float], colour: Colour) -> float:
    return sum(weight * channel for weight, channel in zip(row, colour, strict=True))
