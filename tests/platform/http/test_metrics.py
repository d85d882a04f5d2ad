"""The figures: for this machine or for who has the token, and about nobody."""

import logging
import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from plekberaad_app.features.discovery import routes
from plekberaad_app.platform import metrics
from plekberaad_app.platform.http.guard import guarded
from tests.rooms import open_room
from tests.settings import overridden

HERE = "http://127.0.0.1:8000"
TOKEN = "een lang genoeg geheim"
LINE = re.compile(r'(plekberaad|process)_[a-z_]+(\{[a-z_0-9.+="Inf,]*\})? [-0-9.e+]+')


def figure(name: str) -> float:
    return metrics.REGISTRY.get_sample_value(name) or 0


@pytest.fixture
def ask(sqlite_store, own_settings):
    def ask(base_url=HERE, client="127.0.0.1", **headers):
        browser = TestClient(
            guarded(Starlette(routes=routes())), base_url=base_url, client=(client, 50_000)
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return browser.get("/metrics", headers=named)

    return ask


@pytest.mark.parametrize("base_url", [HERE, "http://localhost:8000", "http://[::1]:8000"])
def test_this_machine_may_look(ask, base_url):
    response = ask(base_url)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=")


@pytest.mark.parametrize(
    "asked",
    [
        {"client": "192.0.2.7"},
        {"base_url": "https://plekberaad.example"},
        {"x_forwarded_for": "192.0.2.7"},
        {"forwarded": "for=192.0.2.7"},
    ],
)
def test_nobody_else_may_not_even_through_a_proxy_on_this_machine(ask, asked):
    assert ask(**asked).status_code == 404


def test_a_token_lets_in_from_everywhere_and_nobody_without_it(ask, tmp_path):
    with overridden(data=tmp_path, metrics_token=TOKEN):
        afar = {"client": "192.0.2.7", "base_url": "https://plekberaad.example"}
        assert ask(**afar, authorization=f"Bearer {TOKEN}").status_code == 200
        assert ask(**afar, authorization="Bearer anders").status_code == 404
        assert ask().status_code == 404


def test_a_commit_is_measured_and_no_writer_stays_behind(sqlite_store, own_settings):
    before = figure("plekberaad_commit_seconds_count")
    open_room().check_in("Anna")
    assert figure("plekberaad_commit_seconds_count") > before
    assert figure("plekberaad_writers") == 0


def test_a_refused_transaction_leaves_no_writer_behind(sqlite_store):
    def refuse():
        with sqlite_store.transaction():
            raise ValueError(f"with {figure('plekberaad_writers')} writer")

    with pytest.raises(ValueError, match=r"with 1\.0 writer"):
        refuse()
    assert figure("plekberaad_writers") == 0


def test_errors_are_counted_by_the_part_that_logged_them():
    count = metrics.ErrorCount()
    before = errors_of("live.publisher"), errors_of("uvicorn")
    for name in ("plekberaad_app.live.publisher", "uvicorn.error"):
        record = logging.LogRecord(name, logging.ERROR, "", 1, "iets van Anna", None, None)
        count.handle(record)
    assert (errors_of("live.publisher"), errors_of("uvicorn")) == (before[0] + 1, before[1] + 1)
    assert "Anna" not in metrics.written().decode()


def errors_of(part: str) -> float:
    labels = {"level": "error", "part": part}
    return metrics.REGISTRY.get_sample_value("plekberaad_errors_total", labels) or 0


def test_the_house_is_counted_when_somebody_asks(monkeypatch):
    rooms = {"rooms": 1, "screens": 61, "sockets": 62, "tasks": 70}
    metrics.watch(lambda: rooms)
    assert figure("plekberaad_screens") == 61
    rooms["screens"] = 0
    assert figure("plekberaad_screens") == 0


def test_no_figure_holds_a_name_a_code_or_an_address(ask):
    room = open_room()
    room.check_in("Anna")
    for line in ask().text.splitlines():
        assert line.startswith("#") or LINE.fullmatch(line), line
        assert room.code not in line
