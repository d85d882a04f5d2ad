"""A folder made for one test, where the program looks for folders of its kind."""

import ast
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@contextmanager
def folder_in(
    home: ModuleType, found: Any, place: Path, name: str, files: dict[str, str]
) -> Iterator[None]:
    """One package more in `home`; `files` by module. `found` is what remembers the folders."""
    folder = place / name
    folder.mkdir()
    for module, code in files.items():
        (folder / f"{module}.py").write_text(code, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "__path__", [*home.__path__, str(place)])
        found.cache_clear()
        yield
    found.cache_clear()
    for module in [each for each in sys.modules if each.startswith(f"{home.__name__}.{name}")]:
        del sys.modules[module]
    home.__dict__.pop(name, None)


def imports(file: Path) -> Iterator[str]:
    """All that a file imports, by its full name."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
