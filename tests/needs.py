"""What the tests need of the system: `python -m tests.needs` brings it, before the first test.

A test itself never installs anything: beside each other two would find apt's lock held. PostgreSQL
and Redis are not brought: they are services that whoever runs the machine starts.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests import chromium, packages


@dataclass(frozen=True)
class Need:
    """Something of the system that tests use; `package` is its name in Debian."""

    package: str
    is_there: Callable[[], bool]
    # What is done once the package was installed, and what is tried where there are none.
    then: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


def find_program(name: str) -> str | None:
    """Where a program is, also where only root looks for it."""
    return shutil.which(name) or shutil.which(name, path="/usr/local/sbin:/usr/sbin:/sbin")


def find_library(pattern: str) -> Path | None:
    """The first library below /usr/lib that fits."""
    return next(iter(sorted(Path("/usr/lib").glob(pattern))), None)


def _program(name: str) -> Callable[[], bool]:
    return lambda: find_program(name) is not None


FAKETIME = "*/faketime/libfaketimeMT.so.1"
CHROMIUM = Need(
    "chromium",
    chromium.is_there,
    otherwise=(sys.executable, "-m", "playwright", "install", "chromium"),
)
NEEDS = (
    # Debian starts it with its own page, on port 80.
    Need("nginx-light", _program("nginx"), then=("nginx", "-s", "stop")),
    Need("openssl", _program("openssl")),
    Need("gnupg", _program("gpg")),
    Need("age", _program("age-keygen")),
    Need("systemd", _program("systemd-analyze")),
    Need("libfaketime", lambda: find_library(FAKETIME) is not None),
    CHROMIUM,
)


def bring(needs: Iterable[Need]) -> list[Need]:
    """Get what is not there, one after the other; what could not be had."""
    missing = [need for need in needs if not need.is_there()]
    may_install = bool(missing) and packages.may_install()
    if may_install:
        packages.refresh()
    return [need for need in missing if not _brought(need, may_install)]


def _brought(need: Need, may_install: bool) -> bool:
    if may_install and packages.install(need.package):
        _run(need.then)
    if not need.is_there():
        _run(need.otherwise)
    return need.is_there()


def _run(command: tuple[str, ...]) -> None:
    if command:
        subprocess.run(command, check=False)


def main(names: list[str]) -> None:
    """Bring everything, or what is named by its package; say what could not be had."""
    absent = bring(need for need in NEEDS if not names or need.package in names)
    if absent:
        wanted = " ".join(need.package for need in absent)
        print(f"Not on this machine, so some tests are skipped: {wanted}", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
