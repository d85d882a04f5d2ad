"""`python -m tests.licences`: writes docs/licences.md, from what is installed and locked."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator

from plekberaad_app.platform.settings import ROOT

PAGE = ROOT / "docs" / "licences.md"
LOCK = ROOT / "requirements.lock"
NODE_LOCK = ROOT / "reflex.lock" / "package-lock.json"
HEAD = """# Licences of what Plekberaad is made with
Made by `make licences` from `requirements.lock` (what the program runs with) and
`reflex.lock/package-lock.json` (what the pages are built with; a part of it ends in the browser).
A package for another system than that on which this page was made has no licence here.
"""
_LOCKED = re.compile(r"^([\w.-]+)==([\w.+!]+)", re.MULTILINE)

Line = tuple[str, str, str]


def main() -> None:
    """Write the page."""
    parts = (("Python", python_packages()), ("JavaScript", node_packages()))
    tables = [_table(title, list(lines)) for title, lines in parts]
    PAGE.write_text("\n".join([HEAD, *tables]), encoding="utf-8")


def locked() -> dict[str, str]:
    """Every package of the lock with its version."""
    return dict(_LOCKED.findall(LOCK.read_text("utf-8")))


def python_packages() -> Iterator[Line]:
    """Name, version and licence of what stands in the lock."""
    tool = [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed"]
    told = subprocess.run(tool, capture_output=True, text=True, check=True)
    licences = {_plain(each["Name"]): each["License"] for each in json.loads(told.stdout)}
    for name, version in sorted(locked().items()):
        yield name, version, licences.get(_plain(name), "–")


def node_packages() -> Iterator[Line]:
    """The same for the packages of the frontend."""
    packages = json.loads(NODE_LOCK.read_text("utf-8"))["packages"]
    for path, about in sorted(packages.items()):
        if path:
            name = path.rpartition("node_modules/")[2]
            yield name, about.get("version", ""), about.get("license", "–")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _table(title: str, lines: list[Line]) -> str:
    rows = "".join(f"| {name} | {version} | {licence} |\n" for name, version, licence in lines)
    return f"## {title}\n| package | version | licence |\n| --- | --- | --- |\n{rows}"


if __name__ == "__main__":
    main()
