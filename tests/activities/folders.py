"""A folder of an activity, made for one test, where the program looks for them."""

from contextlib import AbstractContextManager
from pathlib import Path

import plekberaad_app.activities as home
from plekberaad_app.activities.contract.discovery import activities
from tests.folders import folder_in

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


def with_folder(place: Path, kind: str, **files: str) -> AbstractContextManager[None]:
    """One folder more; `files` by module, with what stands in `INIT` where there is no other."""
    return folder_in(home, activities, place, kind, {"__init__": INIT.format(kind=kind), **files})
