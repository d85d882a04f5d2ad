"""Who adds an activity adds a folder: no code outside its folder knows it by name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plekberaad_app.activities.contract.discovery import activities, manifest_of
from plekberaad_app.platform.settings import ROOT

PACKAGE = ROOT / "plekberaad_app"
OUTSIDE = sorted(
    file
    for file in PACKAGE.rglob("*.py")
    if file.parts[len(PACKAGE.parts)] != "activities" or file.parts[-2] in ("contract", "kit")
)
KINDS = sorted(activities())
# Which activities an evening begins with is a choice of the product: kinds as data.
MAY_NAME = {"features/templates/declared.py"}


def relative(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("file", OUTSIDE, ids=relative)
def test_code_outside_the_activities_names_none(file: Path):
    tree = ast.parse(file.read_text("utf-8"))
    named = [] if relative(file) in MAY_NAME else [*kinds_named(tree), *acts_named(tree)]
    assert [*imported(tree), *named] == []


def test_what_is_excused_still_names_one():
    for name in MAY_NAME:
        assert list(kinds_named(ast.parse((PACKAGE / name).read_text("utf-8")))), name


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (
            "from plekberaad_app.activities.voting import rules",
            ["plekberaad_app.activities.voting"],
        ),
        ("import plekberaad_app.activities.wall.notes", ["plekberaad_app.activities.wall.notes"]),
        ('is_vote = step.kind == "voting"', ["voting"]),
        ('text("carousel.title")', ["carousel.title"]),
        ('send("take_back_idea")', ["take_back_idea"]),
        ('class_name="side-wall"', []),
        ('"""A wall, a poll."""', []),
    ],
)
def test_a_name_is_found_wherever_it_stands(code: str, found: list[str]):
    tree = ast.parse(code)
    assert [*imported(tree), *kinds_named(tree), *acts_named(tree)] == found


def test_no_script_of_all_screens_names_one():
    named = re.compile(rf"[\"'`]({'|'.join(KINDS)})[\"'`.]")
    scripts = (ROOT / "assets" / "browser").rglob("*.js*")
    assert [file.name for file in scripts if named.search(file.read_text("utf-8"))] == []


def imported(tree: ast.AST) -> Iterator[str]:
    """What is imported from the folder of an activity."""
    homes = tuple(f"plekberaad_app.activities.{kind}" for kind in KINDS)
    for node in ast.walk(tree):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name.startswith(homes))


def kinds_named(tree: ast.AST) -> Iterator[str]:
    """Strings that are a kind, or the key of a text of an activity."""
    key = re.compile(rf"({'|'.join(KINDS)})(\.[a-z_.]+)?$")
    yield from (text for text in strings(tree) if key.match(text))


def acts_named(tree: ast.AST) -> Iterator[str]:
    """Strings that are the name of an act; one word alone may be anything."""
    acts = {name for kind in KINDS for name in manifest_of(kind).rules.acts if "_" in name}
    yield from (text for text in strings(tree) if text in acts)


def strings(tree: ast.AST) -> Iterator[str]:
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    yield from (value for value in found if isinstance(value, str))
