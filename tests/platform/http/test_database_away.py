"""While the database is away a form and a file say so in Dutch, and not what went wrong inside."""

from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from plekberaad_app.features.accounts import devices
from plekberaad_app.features.report import routes as report_routes
from plekberaad_app.platform import logins
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission
from plekberaad_app.room.phone.check_in import check_in
from plekberaad_app.room.views.common import RoomView
from plekberaad_app.ui.start_code import code_field
from tests.casting import CODE, NOWHERE, PASSWORD
from tests.ui.reading import in_dutch

FILE = f"/verslag/{CODE}/ideeen.csv"


@pytest.fixture
def cookie(room) -> str:
    """Anna's login, made while the database was still there."""
    return devices.log_in("Anna", PASSWORD, now())


def reason(response) -> str:
    return parse_qs(urlsplit(response.headers["location"]).query)["fout"][0]


def reader(cookie: str) -> TestClient:
    client = TestClient(Starlette(routes=report_routes.ROUTES))
    client.cookies.set(logins.COOKIE, cookie)
    return client


def test_anyone_who_checks_in_meanwhile_comes_back_with_what_they_answered(visitor, room):
    open_database(NOWHERE)
    answers = {"name": "Sam", "kind": "resident", "habit": "never"}
    response = visitor.post(f"/d/{CODE}/meedoen", data=answers)
    assert reason(response) == "not_stored"
    assert "name=Sam" in urlsplit(response.headers["location"]).fragment


def test_anyone_who_types_the_code_meanwhile_is_not_told_that_it_is_wrong(visitor, room):
    open_database(NOWHERE)
    assert reason(visitor.post("/meedoen", data={"code": CODE})) == "not_stored"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (lambda: check_in(RoomView(), 24, "2026-11"), "error.not_stored"),
        (code_field, "start.error.not_now"),
    ],
    ids=["check-in", "code"],
)
def test_the_form_that_comes_back_has_a_sentence_for_it(form, sentence):
    assert text(sentence) in in_dutch(str(form()))


def test_anyone_who_fetches_the_report_meanwhile_reads_why_not(cookie):
    open_database(NOWHERE)
    answer = reader(cookie).get(FILE)
    assert (answer.status_code, answer.text) == (503, text("error.not_stored"))


def test_a_file_that_fails_says_so_in_dutch_and_nothing_of_what_was_in_it(cookie, monkeypatch):
    def fail(*_given, **_options):
        raise RuntimeError("what Sam wrote")

    monkeypatch.setattr(report_routes, "report", fail)
    answer = reader(cookie).get(FILE)
    assert (answer.status_code, answer.text) == (500, text("error.unexpected"))


def test_what_nobody_thought_of_comes_back_without_the_words(visitor, room, monkeypatch):
    def fail(*_given):
        raise RuntimeError("what Sam wrote")

    monkeypatch.setattr(admission, "check_in", fail)
    response = visitor.post(f"/d/{CODE}/meedoen", data={"name": "Sam"})
    assert reason(response) == "unexpected"
