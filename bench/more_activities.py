"""The program with more activities than it has, built apart: copies of one, for measuring only."""

import shutil
from pathlib import Path

from plekberaad_app.activities.contract.discovery import activities as activities_here
from tests.setup.copied_project import build, copy_the_project

COPIED = "voting"


def built_with(activities: int, folder: Path) -> Path:
    """The folder of a copy of this project with so many activities, built."""
    project = folder / "project"
    copy_the_project(project)
    for number in range(activities - len(activities_here())):
        _add(project / "plekberaad_app", f"{COPIED}_{number + 1:02}")
    build(project)
    return project


def _add(package: Path, kind: str) -> None:
    """A folder, with texts under its own name."""
    activities = package / "activities"
    shutil.copytree(activities / COPIED, activities / kind)
    for file in (activities / kind).glob("*.py"):
        text = file.read_text("utf-8").replace(f"activities.{COPIED}", f"activities.{kind}")
        file.write_text(text.replace(f'kind="{COPIED}"', f'kind="{kind}"'), "utf-8")
    for texts in (activities / kind / "texts").glob("*.po"):
        named = texts.read_text("utf-8").replace(f'msgid "{COPIED}.', f'msgid "{kind}.')
        named = named.replace(f'msgid "error.{COPIED}.', f'msgid "error.{kind}.')
        texts.write_text(named, "utf-8")
