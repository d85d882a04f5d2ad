"""Health as a watcher sees it."""

import pytest

from plekberaad_app.settings import overridden
from plekberaad_app.store.database import database


def test_all_is_well(visitor):
    response = visitor.get("/gezond")
    assert (response.status_code, response.json()) == (200, {"database": "ok"})


def test_a_database_that_is_gone_is_told(visitor, monkeypatch):
    def gone():
        raise OSError("disk")

    monkeypatch.setattr(database(), "reading", gone)
    response = visitor.get("/gezond")
    assert (response.status_code, response.json()) == (503, {"database": "down"})


@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0"])
def test_a_redis_that_is_gone_is_told(visitor, tmp_path, url):
    with overridden(data=tmp_path, secret="s" * 32, redis_url=url):
        response = visitor.get("/gezond")
    assert (response.status_code, response.json()) == (503, {"database": "ok", "redis": "down"})
