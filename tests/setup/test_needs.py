"""What the tests need is brought before the first of them, one thing after the other."""

import ast
from pathlib import Path

import pytest

from plekberaad_app.platform.settings import ROOT
from tests import needs, packages
from tests.needs import Need

# Stands in for apt-get: keeps its words; the file `locked` holds how often its lock is taken.
APT = """#!/bin/sh
echo "$@" >> "{folder}/words"
left=$(cat "{folder}/locked" 2>/dev/null || echo 0)
if [ "$left" -gt 0 ]; then
    echo $((left - 1)) > "{folder}/locked"
    echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)" >&2
    exit 100
fi
for package; do :; done
[ "$package" = nowhere ] && exit 100
touch "{folder}/$package"
"""


class Machine:
    """A machine with nothing on it, and an apt-get that writes down what it is asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def need(self, package: str, **more: tuple[str, ...]) -> Need:
        return Need(package, (self._folder / package).exists, **more)

    def holds_lock(self, times: int) -> None:
        (self._folder / "locked").write_text(str(times))

    @property
    def asked(self) -> list[str]:
        words = self._folder / "words"
        return words.read_text().splitlines() if words.exists() else []


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    apt = tmp_path / "apt-get"
    apt.write_text(APT.format(folder=tmp_path))
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(packages, "may_install", lambda: True)
    monkeypatch.setattr(packages, "AGAIN_SECONDS", 0.0)
    return Machine(tmp_path)


def installing(package: str) -> str:
    return f"install -qy --no-install-recommends {package}"


def test_all_that_is_missing_comes_one_after_the_other_with_one_update(machine: Machine):
    assert needs.bring([machine.need("age"), machine.need("nginx-light")]) == []
    assert machine.asked == ["update -q", installing("age"), installing("nginx-light")]


def test_where_all_is_there_nobody_is_asked(machine: Machine):
    wanted = [machine.need("age")]
    needs.bring(wanted)
    asked = machine.asked
    assert needs.bring(wanted) == []
    assert machine.asked == asked


def test_a_lock_that_another_holds_is_waited_for(machine: Machine):
    machine.holds_lock(3)
    assert needs.bring([machine.need("age")]) == []
    assert machine.asked == [*["update -q"] * 4, installing("age")]


def test_a_lock_that_is_never_let_go_is_not_waited_for_without_end(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
):
    machine.holds_lock(100)
    monkeypatch.setattr(packages, "LOCK_SECONDS", -1.0)
    assert [need.package for need in needs.bring([machine.need("age")])] == ["age"]
    assert len(machine.asked) == 2


def test_what_no_package_brings_is_tried_otherwise_and_the_rest_goes_on(
    machine: Machine, tmp_path: Path
):
    nowhere = machine.need("nowhere", otherwise=("touch", str(tmp_path / "nowhere")))
    assert needs.bring([nowhere, machine.need("age")]) == []


def test_what_a_package_started_is_stopped_again(machine: Machine, tmp_path: Path):
    stopped = tmp_path / "stopped"
    needs.bring([machine.need("nginx-light", then=("touch", str(stopped)))])
    assert stopped.exists()


def test_anyone_who_may_not_install_hears_what_is_missing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(packages, "may_install", lambda: False)
    monkeypatch.setattr(needs, "NEEDS", (machine.need("age"), machine.need("gnupg")))
    needs.main([])
    assert machine.asked == []
    assert capsys.readouterr().err.splitlines() == [
        "Not on this machine, so some tests are skipped: age gnupg"
    ]


def test_no_test_installs_anything_itself():
    importers = {path for path in (ROOT / "tests").rglob("*.py") if _imports_packages(path)}
    assert importers == {ROOT / "tests" / "needs.py", Path(__file__)}


def test_make_brings_what_is_needed_before_it_tests():
    made = (ROOT / "Makefile").read_text("utf-8")
    for target, names in (("test", "tests.needs\n"), ("rehearse", "tests.needs chromium\n")):
        recipe = made.split(f"\n{target}: ", 1)[1].splitlines(keepends=True)
        assert recipe[1].endswith(names)


def _imports_packages(path: Path) -> bool:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return "tests.packages" in names
