"""A copy of the project in a folder of its own, to change and to build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from plekberaad_app.platform.settings import ROOT


def copy_the_project(project: Path) -> None:
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


def build(project: Path) -> None:
    """Build its frontend; raises CalledProcessError."""
    subprocess.run([sys.executable, "-m", "plekberaad_app", "build"], cwd=project, check=True)


def _built(folder: str | os.PathLike[str], _names: list[str]) -> list[str]:
    return ["build", "plekberaad.built"] if Path(folder) == ROOT / ".web" else []


def _linked(source: str, target: str) -> None:
    """Packages are never written to; the rest is."""
    if "/node_modules/" in source:
        os.link(source, target)
    else:
        shutil.copy2(source, target)
