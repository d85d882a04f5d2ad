"""The program with more activities than it has, built apart: copies of one, for measuring only."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from plekberaad_app.activities.contract.discovery import activities as activities_here
from plekberaad_app.platform.settings import ROOT

COPIED = "voting"


def built_with(activities: int, folder: Path) -> Path:
    """The folder of a copy of this project with so many activities, built."""
    project = folder / "project"
    _copy_the_project(project)
    for number in range(activities - len(activities_here())):
        _add(project / "plekberaad_app", f"{COPIED}_{number + 1:02}")
    subprocess.run([sys.executable, "-m", "plekberaad_app", "build"], cwd=project, check=True)
    return project


def _copy_the_project(project: Path) -> None:
    """What Git knows, and the packages of the frontend, which are the same."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, project / name)
    shutil.copytree(
        ROOT / ".web",
        project / ".web",
        symlinks=True,
        copy_function=_linked,
        ignore=_built,
    )


def _built(folder: str | os.PathLike[str], _names: list[str]) -> list[str]:
    return ["build", "plekberaad.built"] if Path(folder) == ROOT / ".web" else []


def _linked(source: str, target: str) -> None:
    """Packages are never written to; the rest is."""
    if "/node_modules/" in source:
        os.link(source, target)
    else:
        shutil.copy2(source, target)


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
