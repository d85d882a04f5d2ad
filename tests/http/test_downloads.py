"""The report as a file: only for who may drive the evening, and never from a cache."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from plekberaad_app.domain.authorship import key_hash
from plekberaad_app.domain.evening import LiveSession
from plekberaad_app.http.downloads import routes
from plekberaad_app.services import accounts
from plekberaad_app.store import contributions, live_sessions
from plekberaad_app.store.database import Database
from plekberaad_app.store.tables import FacilitatorRow, LibraryRow, LoginRow
from tests.reports import (
    BEGIN,
    CAROUSEL,
    an_idea,
    simple_activities,  # noqa: F401
)

pytestmark = pytest.mark.usefixtures("simple_activities", "evening_with_ideas")

CSV = "/verslag/K7M3XP/ideeen.csv"
JSON = "/verslag/K7M3XP/verslag.json"


@pytest.fixture
def evening_with_ideas(sqlite_store: Database) -> None:
    now = datetime.now(UTC)
    with sqlite_store.transaction() as db:
        for library in ("library-1", "library-2"):
            db.add(LibraryRow(id=library, name=library, created_at=now))
            db.flush()
            db.add(
                FacilitatorRow(
                    id=f"of-{library}",
                    library_id=library,
                    name="Els",
                    login_name=f"els@{library}",
                    password_hash="",
                    created_at=now,
                )
            )
            db.flush()
            db.add(
                LoginRow(
                    token_hash=key_hash(f"cookie-{library}"),
                    facilitator_id=f"of-{library}",
                    expires_at=now + timedelta(hours=1),
                )
            )
        live_sessions.add(db, LiveSession("evening-1", "K7M3XP", "library-1", "Vogelbuurt"), BEGIN)
        live_sessions.replace_steps(db, "evening-1", [CAROUSEL])
        ideas = [an_idea("een bankje", 1), an_idea("=1+1", 2), an_idea("niet", 3, hidden=True)]
        contributions.save(db, "evening-1", 1, ideas)


def visitor(cookie: str = "") -> TestClient:
    client = TestClient(Starlette(routes=routes()))
    client.cookies.set(accounts.COOKIE, cookie)
    return client


def test_who_may_drive_gets_a_csv_with_a_name():
    answer = visitor("cookie-library-1").get(CSV)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="plekberaad-K7M3XP-ideeen.csv"'
    )
    assert answer.headers["cache-control"] == "no-store"
    assert ";een bankje;" in answer.text
    assert ";'=1+1;" in answer.text


def test_who_may_drive_gets_everything_as_json():
    answer = visitor("cookie-library-1").get(JSON)
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    (step,) = json.loads(answer.content)["steps"]
    assert [idea["text"] for idea in step["rounds"][0]["ideas"]] == ["een bankje", "=1+1"]


def test_hidden_ideas_come_only_when_asked_for():
    client = visitor("cookie-library-1")
    assert "niet" not in client.get(CSV).text
    assert "niet" not in client.get(CSV, params={"verborgen": "nee"}).text
    assert "niet" in client.get(CSV, params={"verborgen": "1"}).text


@pytest.mark.parametrize("path", [CSV, JSON])
@pytest.mark.parametrize("cookie", ["", "made-up", "cookie-library-2"])
def test_nobody_else_gets_a_file(path: str, cookie: str):
    answer = visitor(cookie).get(path)
    assert answer.status_code == 403
    assert "bankje" not in answer.text
    assert answer.text


def test_an_unknown_code_has_no_file():
    assert visitor("cookie-library-1").get("/verslag/XXXXXX/ideeen.csv").status_code == 404
