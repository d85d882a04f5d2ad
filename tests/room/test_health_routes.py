"""Health as a watcher sees it: what cannot serve is down, what merely hurts is degraded."""

import shutil
from types import SimpleNamespace

import pytest

from plekberaad_app.live import registry
from plekberaad_app.platform.database import revisions
from plekberaad_app.platform.database.engine import database
from plekberaad_app.platform.health_checks import MEGABYTE
from tests.settings import overridden


@pytest.fixture(autouse=True)
def counts(monkeypatch, sqlite_store):
    """A house with one room, on a database that was migrated."""
    with sqlite_store.writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR)")
        (newest,) = revisions.newest()
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (newest,))
    counts = {"rooms": 1, "screens": 61, "publishers": 1}
    monkeypatch.setattr(registry, "_registry", SimpleNamespace(counts=lambda: counts))
    return counts


def test_all_is_well(visitor):
    response = visitor.get("/gezond")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "migrations": "ok",
        "disk": "ok",
        "publishers": "ok",
        "reasons": {},
    }


def test_a_database_that_is_gone_is_down(visitor, monkeypatch):
    def gone():
        raise OSError("disk")

    monkeypatch.setattr(database(), "reading", gone)
    response = visitor.get("/gezond")
    assert response.status_code == 503
    assert (response.json()["status"], response.json()["database"]) == ("down", "down")


@pytest.mark.parametrize(
    ("revision", "found"), [("0000_of_next_year", "newer"), (None, "empty")], ids=["newer", "empty"]
)
def test_a_database_of_another_version_is_down(visitor, sqlite_store, revision, found):
    with sqlite_store.writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
        if revision:
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))
    response = visitor.get("/gezond")
    assert (response.status_code, response.json()["migrations"]) == (503, found)


def test_a_redis_that_is_gone_hurts_but_serves(visitor, tmp_path):
    with overridden(data=tmp_path, secret="s" * 32, redis_url="redis://127.0.0.1:1/0"):
        response = visitor.get("/gezond")
    assert response.status_code == 200
    assert (response.json()["status"], response.json()["redis"]) == ("degraded", "down")
    assert "PLEKBERAAD_REDIS_URL" in response.json()["reasons"]["redis"]


@pytest.mark.parametrize(("free", "found"), [(999, "low"), (99, "full")])
def test_a_disk_that_fills_hurts_but_serves(visitor, monkeypatch, free, found):
    usage = SimpleNamespace(free=free * MEGABYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    response = visitor.get("/gezond")
    assert response.status_code == 200
    assert (response.json()["status"], response.json()["disk"]) == ("degraded", found)


def test_a_room_without_a_publisher_is_down(visitor, counts):
    counts["publishers"] = 0
    response = visitor.get("/gezond")
    assert (response.status_code, response.json()["publishers"]) == (503, "stopped")


def test_a_house_that_is_not_open_is_down(visitor, monkeypatch):
    monkeypatch.setattr(registry, "_registry", None)
    response = visitor.get("/gezond")
    assert (response.status_code, response.json()["publishers"]) == (503, "closed")
