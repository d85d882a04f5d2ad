"""The build: it follows its sources, speaks Dutch, and its locks hold on every machine."""

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reflex_base import constants

from plekberaad_app.ops.build import building
from plekberaad_app.ops.build.browser_texts import STATE_JS, LeftoverNotFound, translated
from plekberaad_app.platform.settings import ROOT
from plekberaad_app.ui.texts import OVER_ALL, needed

TEMPLATE = (constants.Templates.Dirs.WEB_TEMPLATE / STATE_JS).read_text("utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two sources, built."""
    (tmp_path / "plekberaad_app").mkdir()
    (tmp_path / "plekberaad_app" / "page.py").write_text("a")
    (tmp_path / "rxconfig.py").write_text("b")
    monkeypatch.setattr(building, "ROOT", tmp_path)
    monkeypatch.setattr(building, "STAMP", tmp_path / "built")
    building.STAMP.write_text(building.fingerprint())
    return tmp_path


def test_nothing_changed_is_built(project: Path):
    (project / "plekberaad_app" / "__pycache__").mkdir()
    (project / "plekberaad_app" / "__pycache__" / "page.pyc").write_text("x")
    (project / "README.md").write_text("x")
    assert building.is_built()


def test_a_changed_a_renamed_and_a_new_source_are_not_built(project: Path):
    source = project / "plekberaad_app" / "page.py"
    source.write_text("c")
    assert not building.is_built()
    source.write_text("a")
    assert building.is_built()
    source.rename(source.with_name("other.py"))
    assert not building.is_built()


def test_a_build_that_was_never_finished_is_not_built(project: Path):
    building.STAMP.unlink()
    assert not building.is_built()


def test_of_programs_that_start_at_once_one_builds_and_the_others_wait(
    project: Path, monkeypatch: pytest.MonkeyPatch
):
    built: list[Path] = []

    def build(log: Path) -> None:
        built.append(log)
        time.sleep(0.1)
        building.STAMP.write_text(building.fingerprint())

    monkeypatch.setattr(building, "_build_apart", build)
    building.STAMP.unlink()
    with ThreadPoolExecutor() as programs:
        list(programs.map(building.build_apart, [project / "build.log"] * 3))
    assert built == [project / "build.log"]


def test_the_banner_of_a_new_version_is_in_the_language_of_the_page():
    code = translated(TEMPLATE)
    assert "new version of this app" not in code
    assert '= "Reload"' not in code
    for key in ("building.new_version", "building.reload"):
        assert f'sayNow()("{key}")' in code
        assert key in needed(OVER_ALL)


def test_a_bundler_may_shorten_every_name_of_the_browser_code():
    """A direct `eval` could use any of them."""
    assert re.search(r"(?<![\w.])eval\(", TEMPLATE)
    assert not re.search(r"(?<![\w.])eval\(", translated(TEMPLATE))


def test_a_template_that_changed_stops_the_build():
    with pytest.raises(LeftoverNotFound):
        translated(TEMPLATE.replace("A new version", "A newer version"))
    with pytest.raises(LeftoverNotFound):
        translated(translated(TEMPLATE))


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"]
)
def test_a_lock_has_hashes_for_every_package_and_names_no_index(name: str):
    lock = (ROOT / name).read_text()
    packages = re.split(r"\n(?=[a-z])", lock)[1:]
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)


def test_the_lock_of_the_frontend_names_no_registry():
    lock = json.loads((ROOT / "reflex.lock" / "package-lock.json").read_text())
    packages = [about for path, about in lock["packages"].items() if path]
    assert packages
    assert all("resolved" not in about for about in packages)
    assert all("integrity" in about for about in packages if not about.get("inBundle"))
