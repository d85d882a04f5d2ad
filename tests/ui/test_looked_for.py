"""What the rehearsal looks for on a screen still stands there: it runs too seldom to notice."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import reflex as rx

from plekberaad_app.features.accounts.begin_page import begin_page
from plekberaad_app.features.evenings.evenings_page import preparing_page
from plekberaad_app.features.front.page import start_page
from plekberaad_app.features.report.page import report_page
from plekberaad_app.platform.i18n.catalogue import has_forms, keys, text
from plekberaad_app.room.phone.page import phone_page
from plekberaad_app.room.projector.page import projector_page
from plekberaad_app.room.tablet import tablet_page
from tests.rehearsal import browsers, play
from tests.ui.panels import on_a_phone, on_the_projector, on_the_tablet
from tests.ui.reading import in_dutch

Page = Callable[[], rx.Component]

ASSETS = Path(__file__).parents[2] / "assets"
LOOKING = Path(browsers.__file__)
PAGES: dict[str, tuple[Page, ...]] = {
    "Screen": (phone_page, tablet_page, projector_page),
    "Projector": (projector_page, on_the_projector),
    "Phone": (start_page, phone_page, on_a_phone),
    "Tablet": (begin_page, preparing_page, tablet_page, on_the_tablet, report_page),
}
READERS = {"text", "button"}

IN_SCRIPT = re.compile(r"querySelector(?:All)?\('([^']+)'\)")
NAME = re.compile(r"[.#](-?[A-Za-z_][\w-]*\*?)")
IMPORTED = re.compile(r"""from "\./([\w.]+)\"""")
PROP = re.compile(r"^(?:className|id|fieldId):(.*)", re.DOTALL)
ATTRIBUTE = re.compile(r"\b(?:className|id)=(\"[^\"]*\"|\{[^}]*\})")


@pytest.mark.parametrize("screen", PAGES)
def test_each_class_and_id_that_is_looked_for_stands_on_a_page_of_that_screen(screen: str):
    names = set().union(*(drawn(page)[1] for page in PAGES[screen]))
    looked_for = {name for selector in selectors(screen) for name in NAME.findall(selector)}
    assert looked_for
    assert {name for name in looked_for if not any(fits(name, there) for there in names)} == set()


@pytest.mark.parametrize("screen", ["Phone", "Tablet"])
def test_each_text_that_is_looked_for_stands_on_a_page_of_that_screen(screen: str):
    shown = "".join(drawn(page)[0] for page in PAGES[screen])
    looked_for = {said for name, said in calls(screen) if name in READERS}
    assert looked_for
    assert {key for key in looked_for if not stands(key, shown)} == set()


def test_the_play_looks_through_the_screens_alone():
    assert not re.search(r"\.locator\(\"[.#]|\.get_by_|\.button\(", Path(play.__file__).read_text())
    assert {node.name for node in classes()} == PAGES.keys()


def classes() -> Iterator[ast.ClassDef]:
    tree = ast.parse(LOOKING.read_text(encoding="utf-8"))
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def calls(screen: str) -> Iterator[tuple[str, str]]:
    """The name of what is called in the class of a screen, with its first argument."""
    (found,) = (node for node in classes() if node.name == screen)
    for node in ast.walk(found):
        if isinstance(node, ast.Call) and node.args and (said := written(node.args[0])):
            yield getattr(node.func, "attr", None) or getattr(node.func, "id", ""), said


def written(argument: ast.expr) -> str:
    """The string as it stands in the code, with '*' for each hole of an f-string."""
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    if isinstance(argument, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "*" for part in argument.values
        )
    return ""


def selectors(screen: str) -> Iterator[str]:
    yield from (said for name, said in calls(screen) if name == "locator")
    if screen == "Screen":
        yield from IN_SCRIPT.findall(LOOKING.read_text(encoding="utf-8"))


def fits(pattern: str, name: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", r"[\w-]+"), name) is not None


def stands(key: str, shown: str) -> bool:
    """Whether some text under this key is on the page."""
    pattern = f"{key}.*" if has_forms(key) else key
    texts = (text(known) for known in sorted(keys()) if fits(pattern, known))
    return any(all(holds(shown, piece) for piece in pieces(said)) for said in texts)


def pieces(said: str) -> list[str]:
    """What stands between the placeholders of a text."""
    return re.split(r"\{\w+\}", said)


def holds(shown: str, piece: str) -> bool:
    """Whether it stands there as it is read, or as the code of a page has it."""
    return piece in shown or json.dumps(piece)[1:-1] in shown


@cache
def drawn(page: Page) -> tuple[str, set[str]]:
    """A page as code, and all its classes and ids, also those that its browser files make."""
    made = page()
    code = list(strings(made.render()))
    found = [prop[1] for it in code if (prop := PROP.match(it))]
    found += [it for file in browser_files(made) for it in ATTRIBUTE.findall(file)]
    return in_dutch("\n".join(code)), {name for it in found for name in re.findall(r"[\w-]+", it)}


def strings(rendered: Any) -> Iterator[str]:
    """All code in what the framework makes of a component."""
    if isinstance(rendered, dict):
        rendered = list(rendered.values())
    if isinstance(rendered, list | tuple):
        for part in rendered:
            yield from strings(part)
    else:
        yield str(rendered)


def browser_files(made: rx.Component) -> list[str]:
    """The code of our own that a page brings, and of what that code brings."""
    paths = {ASSETS / "browser" / Path(name).name for name in made._get_all_imports()}
    seen: dict[Path, str] = {}
    while paths:
        path = paths.pop()
        if path.is_file() and path not in seen:
            seen[path] = path.read_text(encoding="utf-8")
            paths |= {path.parent / name for name in IMPORTED.findall(seen[path])}
    return list(seen.values())
