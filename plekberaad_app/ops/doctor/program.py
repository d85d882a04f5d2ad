"""Whether the program itself is complete: its packages, its screens, and what is on its port."""

import json
import platform
import re
import urllib.error
import urllib.request
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from plekberaad_app.ops import serving as server
from plekberaad_app.ops.build import building
from plekberaad_app.platform.health_checks import Finding, Grade
from plekberaad_app.platform.settings import ROOT

TIMEOUT_SECONDS = 5
MAX_NAMES = 3
# Packages that every system needs; those with a condition after a `;` may rightly be missing.
_PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+) \\$", re.MULTILINE)


def versions() -> Finding:
    """Whether the packages are the versions that were tested together."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    wrong = [name for name, pinned in _PINNED.findall(lock) if _installed(name) != pinned]
    if wrong:
        return Finding("versions", Grade.BAD, "differ", {"names": ", ".join(wrong[:MAX_NAMES])})
    python = platform.python_version()
    return Finding("versions", values={"python": python, "reflex": version("reflex")})


def build() -> Finding:
    """Whether the screens were built from the code as it is now."""
    return Finding("build") if building.is_built() else Finding("build", Grade.WARNING, "old")


def serving(port: int) -> Finding:
    """Who is on our port: nobody yet, we ourselves and how we are, or somebody else."""
    if server.is_free(port):
        return Finding("program", code="free", values={"port": port})
    told = health(f"http://127.0.0.1:{port}")
    if told is None:
        return Finding("program", Grade.BAD, "taken", {"port": port})
    if told["status"] == "ok":
        return Finding("program", values={"port": port})
    grade = Grade.BAD if told["status"] == "down" else Grade.WARNING
    return Finding("program", grade, "unwell", {"reasons": " ".join(told["reasons"].values())})


def health(url: str) -> dict[str, Any] | None:
    """What a Plekberaad at this address reports about itself; None if there is none."""
    try:
        # Our own address, always http.
        with urllib.request.urlopen(f"{url}/gezond", timeout=TIMEOUT_SECONDS) as answer:  # nosec B310
            told = json.load(answer)
    except urllib.error.HTTPError as error:
        told = _readable(error)
    except (OSError, ValueError):
        return None
    return told if isinstance(told, dict) and "status" in told else None


def _readable(error: urllib.error.HTTPError) -> Any:
    try:
        return json.load(error)
    except ValueError:
        return None


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
