"""Backups for one pair of eyes, and what was erased that no backup brings back."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plekberaad_app.core.authorship import author_tag
from plekberaad_app.ops.backups import (
    BackupRefused,
    backup,
    backup_sealed,
    forgetting,
    readable,
    restore,
)
from plekberaad_app.platform.database.engine import open_database, transaction
from plekberaad_app.platform.database.tables import ContributionRow
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import admission, erasure
from tests.casting import CODE, NOW
from tests.conftest import missing_service
from tests.ops.test_backups import ask, names, quiet, url

__all__ = ["url"]

LATER = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
KEY = "backups@linde.example"


@pytest.fixture
def gpg(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A key without a passphrase in a keyring of its own; its name."""
    if shutil.which("gpg") is None:
        missing_service("gpg")
    # A socket's path has to be short.
    home = tmp_path_factory.mktemp("g")
    home.chmod(0o700)
    monkeypatch.setenv("GNUPGHOME", str(home))
    making = (
        "--batch",
        "--passphrase",
        "",
        "--quick-generate-key",
        KEY,
        "default",
        "default",
        "1d",
    )
    subprocess.run(["gpg", *making], check=True, capture_output=True)
    yield KEY
    subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True)


@pytest.fixture
def age(tmp_path: Path) -> tuple[str, Path]:
    """A key pair of age: who a copy is for, and the file that opens it."""
    if shutil.which("age-keygen") is None:
        missing_service("age")
    identity = tmp_path / "sleutel"
    subprocess.run(["age-keygen", "-o", str(identity)], check=True, capture_output=True)
    recipient = subprocess.run(
        ["age-keygen", "-y", str(identity)], check=True, capture_output=True, text=True
    )
    return recipient.stdout.strip(), identity


def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def test_a_sealed_backup_shows_nobody_a_name_and_comes_back(url: str, tmp_path: Path, gpg: str):
    folder, copy = scratch(tmp_path), tmp_path / "kopie.gpg"
    backup_sealed(url, copy, gpg, folder, quiet)
    assert b"Anna" not in copy.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert list(folder.iterdir()) == []
    with readable(copy, folder, None) as plain:
        restore(url, plain, tmp_path, LATER, quiet)
    assert names(url) == ["Anna"]
    assert list(folder.iterdir()) == []


def test_a_backup_sealed_by_age_comes_back_with_the_right_key_only(
    url: str, tmp_path: Path, age: tuple[str, Path]
):
    recipient, identity = age
    folder, copy, other = scratch(tmp_path), tmp_path / "kopie.age", tmp_path / "andere"
    subprocess.run(["age-keygen", "-o", str(other)], check=True, capture_output=True)
    backup_sealed(url, copy, recipient, folder, quiet)
    assert b"Anna" not in copy.read_bytes()
    assert copy.stat().st_mode & 0o777 == 0o600
    with pytest.raises(BackupRefused, match="failed"), readable(copy, folder, other):
        pass
    with readable(copy, folder, identity) as plain:
        restore(url, plain, tmp_path, LATER, quiet)
    assert names(url) == ["Anna"]
    assert list(folder.iterdir()) == []


def test_for_a_key_that_nobody_knows_nothing_is_written(url: str, tmp_path: Path, gpg: str):
    folder, copy = scratch(tmp_path), tmp_path / "kopie.gpg"
    with pytest.raises(BackupRefused) as refused:
        backup_sealed(url, copy, "niemand@linde.example", folder, quiet)
    assert refused.value.code == "failed"
    assert not list(tmp_path.glob("kopie*"))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("recipient", "tool"), [("age1qqqq", "age"), (KEY, "gpg")])
def test_without_the_program_it_says_so_and_writes_nothing(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, recipient: str, tool: str
):
    folder = scratch(tmp_path)
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(BackupRefused) as refused:
        backup_sealed(url, tmp_path / "kopie", recipient, folder, quiet)
    assert (refused.value.code, refused.value.values) == ("no_cipher", {"tool": tool})
    assert not list(tmp_path.glob("kopie*"))


def test_age_is_asked_for_the_recipient_and_opens_with_the_identity(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = scratch(tmp_path)
    age = folder / "age"
    # Stands in for age: keeps its words, and puts age's first line before what it is given.
    age.write_text(
        '#!/bin/sh\necho "$@" >> "$0.words"\n[ "$1" = --encrypt ] || exit 0\n'
        '{ echo "age-encryption.org/v1"; echo sealed; } > "$5"\n'
    )
    age.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    copy = tmp_path / "kopie.age"
    backup_sealed(url, copy, "age1qqqq", folder, quiet)
    assert copy.read_text().startswith("age-encryption.org/")
    with pytest.raises(BackupRefused, match="no_identity"), readable(copy, folder, None):
        pass
    with readable(copy, folder, tmp_path / "sleutel"):
        pass
    sealed, opened = (folder / "age.words").read_text().splitlines()
    assert "--recipient age1qqqq" in sealed
    assert f"--identity {tmp_path / 'sleutel'}" in opened


def test_anyone_who_erased_themselves_since_is_erased_again_with_what_they_took_along(
    url: str, tmp_path: Path
):
    opened = open_database(url)
    key = _join_with_an_idea()
    opened.dispose()
    copy = tmp_path / "kopie"
    backup(url, copy, quiet)
    opened = open_database(url)
    erasure.erase_self(Visitor(f"evening-{CODE}", key), NOW, take_along=True)
    opened.dispose()
    assert names(url) == ["Anna"]

    erased = forgetting.erased_in(url)
    restore(url, copy, tmp_path, LATER, quiet)
    assert names(url) == ["Anna", "Bea"]
    assert erased is not None
    forgetting.erase_again(url, erased)
    assert names(url) == ["Anna"]
    assert ask(url, "SELECT CAST(payload AS TEXT) FROM contributions WHERE is_withdrawn") == ["{}"]
    assert len(ask(url, "SELECT erased_id FROM erasures")) == len(erased) == 2


def test_a_database_that_is_lost_cannot_tell_who_was_erased(tmp_path: Path):
    missing, broken = tmp_path / "weg.db", tmp_path / "kapot.db"
    broken.write_bytes(b"geen database" * 100)
    assert forgetting.erased_in(f"sqlite:///{missing}") is None
    assert not missing.exists()
    assert forgetting.erased_in(f"sqlite:///{broken}") is None


def _join_with_an_idea() -> str:
    """Bea comes in and has an idea; her key."""
    key = admission.check_in(CODE, "Bea", "", "", NOW)
    with transaction() as db:
        db.add(
            ContributionRow(
                id="idee-van-bea",
                live_session_id=f"evening-{CODE}",
                step_id="carousel",
                round=1,
                phase="ideas",
                author=author_tag(key, "carousel"),
                kind="idea",
                payload={"text": "Een boom"},
                created_at=NOW,
            )
        )
    return key
