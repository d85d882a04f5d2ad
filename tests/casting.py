"""The cast of the tests: Anna of De Linde, Bea of De Eik, and an evening of each."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import argon2
import pytest
from PIL import Image

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.accounts import passwords, reauthentication, second_factor
from plekberaad_app.platform import logins
from plekberaad_app.platform.database import accounts, live_sessions
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.database.tables import FacilitatorRow, LibraryRow
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.settings import Settings
from plekberaad_app.room import identity
from tests.settings import overridden

NOW = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
PASSWORD = "een lange zin voor de proef"
CODE = "K7M3XP"
OTHER_CODE = "W4R9TC"
# As weak as argon2 can, so that a test takes no tenth of a second per password.
WEAK = argon2.PasswordHasher(1, 8, 1)
PASSWORD_HASH = WEAK.hash(PASSWORD)
# An address at which no database answers.
NOWHERE = "postgresql+psycopg://127.0.0.1:1/plekberaad"


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash weakly; nor is a test slowed down by the passwords that the one before typed."""
    monkeypatch.setattr(passwords, "_hasher", WEAK)
    monkeypatch.setattr(passwords, "_nobodys", [])
    for module in (reauthentication, second_factor):
        monkeypatch.setattr(module, "_per_facilitator", Pace(20, 0))


@pytest.fixture
def own_settings(tmp_path) -> Iterator[Settings]:
    """Settings that do not depend on this machine's environment."""
    with overridden(data=tmp_path, secret="s" * 32) as settings:
        yield settings


def new_facilitator(name: str, library: str, now: datetime = NOW) -> Facilitator:
    """Somebody who may steer all evenings of a new library."""
    with transaction() as db:
        accounts.add(db, LibraryRow(id=library, name=library, created_at=now))
        accounts.add(
            db,
            FacilitatorRow(
                id=f"{library}-{name}",
                library_id=library,
                name=name,
                login_name=name.casefold(),
                password_hash=PASSWORD_HASH,
                created_at=now,
            ),
        )
    return Facilitator(name=name, library_id=library, id=f"{library}-{name}")


def carry(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    """Every screen comes from a browser with this cookie of a facilitator, '' for none."""
    headers = {"origin": "http://testserver", "cookie": f"{logins.cookie()}={token}"}
    monkeypatch.setattr(identity, "header", lambda _state, name: headers.get(name, ""))


def evening(facilitator: Facilitator, code: str = CODE, now: datetime = NOW) -> LiveSession:
    """A live session of the facilitator's library, without a programme."""
    live_session = LiveSession(
        id=f"evening-{code}", code=code, library_id=facilitator.library_id, title="Het plein"
    )
    with transaction() as db:
        live_sessions.add(db, live_session, now)
    return live_session


def image(size: tuple[int, int] = (40, 30), kind: str = "PNG", **options: Any) -> bytes:
    """A picture as a file."""
    file = io.BytesIO()
    Image.new("RGB", size, "#0B5D5E").save(file, kind, **options)
    return file.getvalue()
