"""The floors of the house: no import runs upward, and one fence stands around Reflex's insides."""

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest

from plekberaad_app.platform.settings import ROOT

# In a process of its own: import-linter switches off the loggers that other tests look at.
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)
PACKAGE = ROOT / "plekberaad_app"
# What everybody may know: `rx`. What is drawn may know how it is drawn.
DRAWING = ("reflex_base.vars", "reflex_components_core")
FENCED = ("reflex.", "reflex_base", "reflex_components_core", "engineio", "socketio")
# What a state has of the framework, and no part of ours asks for.
INSIDES = ("rx_router_", "router_data", "_rx_state_", "event_namespace", "_event_processor")
ROOMS = ("core", "activities", "live", "room", "features", "ui")


def test_every_import_keeps_to_the_layers():
    ended = subprocess.run(
        [sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_only_platform_reflex_leans_on_the_insides_of_reflex(room: str):
    allowed = DRAWING if room == "ui" else ()
    found = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in (PACKAGE / room).rglob("*.py")
        for name in imported(path.read_text("utf-8"))
        if name.startswith(FENCED) and not name.startswith(allowed)
    }
    assert found == set()


@pytest.mark.parametrize("room", ROOMS)
def test_only_platform_reflex_knows_how_a_state_is_made(room: str):
    found = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in (PACKAGE / room).rglob("*.py")
        for name in INSIDES
        if name in path.read_text("utf-8")
    }
    assert found == set()


@pytest.mark.parametrize(
    "code", ["from reflex.app import App", "import reflex.state", "from engineio import packet"]
)
def test_what_is_fenced_is_found_however_it_is_imported(code: str):
    assert any(name.startswith(FENCED) for name in imported(code))


def test_what_everybody_uses_is_not_fenced():
    assert not any(name.startswith(FENCED) for name in imported("import reflex as rx"))


def imported(code: str) -> Iterator[str]:
    """The full names of the modules that this code imports, wherever it does."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
