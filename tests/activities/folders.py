"""A folder of an activity, made for one test, where the program looks for them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import plekberaad_app.activities as home
from plekberaad_app.activities.contract.discovery import activities

INIT = """
from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.{kind}.rules import Rules

ACTIVITY = Manifest(
    kind="{kind}",
    rules=Rules(),
    panels=Panels(*["panels:panel"] * 3),
    options="form:FORM",
)
"""


@contextmanager
def with_folder(place: Path, kind: str, **files: str) -> Iterator[None]:
    """One folder more; `files` by module, with what stands in `INIT` where there is no other."""
    folder = place / kind
    folder.mkdir()
    for name, code in {"__init__": INIT.format(kind=kind), **files}.items():
        (folder / f"{name}.py").write_text(code, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "__path__", [*home.__path__, str(place)])
        activities.cache_clear()
        yield
    activities.cache_clear()
    for module in [name for name in sys.modules if name.startswith(f"{home.__name__}.{kind}")]:
        del sys.modules[module]
    home.__dict__.pop(kind, None)
