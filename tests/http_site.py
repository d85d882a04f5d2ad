"""What the tests of the plain routes share: the site in front of a page that says its path."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from plekberaad_app.features import discovery
from plekberaad_app.features.accounts import login_routes
from plekberaad_app.platform.http.guard import guarded
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.room import admission_routes
from tests.casting import evening, new_facilitator


async def page(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"page {request.url.path}", media_type="text/html")


def site() -> TestClient:
    """A new browser in front of the site."""
    behind = Route("/{path:path}", page, methods=["GET", "POST"])
    app = Starlette(routes=[*discovery.routes(), behind])
    headers = {"accept": "text/html", "origin": "http://testserver"}
    return TestClient(guarded(app, discovery.uploads()), follow_redirects=False, headers=headers)


@pytest.fixture(autouse=True)
def fresh_paces(monkeypatch):
    """No test is slowed down by the one before."""
    monkeypatch.setattr(admission_routes, "_pace", Pace(600, 10))
    for name in ("_per_address", "_per_name", "_per_room"):
        monkeypatch.setattr(login_routes, name, Pace(20, 0))


@pytest.fixture
def visitor(sqlite_store, own_settings, quick_hashes):
    return site()


@pytest.fixture
def anna(sqlite_store, own_settings, quick_hashes):
    return new_facilitator("Anna", "De Linde")


@pytest.fixture
def room(anna):
    return evening(anna)
