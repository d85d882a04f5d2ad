"""The report as a file: only for anyone who may steer the evening, and never from a cache."""

import json
from typing import Any
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from plekberaad_app.features.report.routes import ROUTES
from plekberaad_app.platform import logins
from tests.reports import (
    evening_with_ideas,  # noqa: F401
)
from tests.workbooks import sheets

pytestmark = pytest.mark.usefixtures("evening_with_ideas")

CSV = "/verslag/K7M3XP/ideeen.csv"
JSON = "/verslag/K7M3XP/verslag.json"
XLSX = "/verslag/K7M3XP/verslag.xlsx"


def visitor(cookie: str = "") -> TestClient:
    client = TestClient(Starlette(routes=ROUTES))
    client.cookies.set(logins.COOKIE, cookie)
    return client


def name_of(answer: Any) -> str:
    """What a browser calls the file."""
    return unquote(answer.headers["content-disposition"].split("filename*=UTF-8''")[1])


def test_anyone_who_may_steer_gets_a_csv_with_a_name():
    answer = visitor("cookie-library-1").get(CSV)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "- ideeën" in name_of(answer)
    assert "(K7M3XP).csv" in name_of(answer)
    assert answer.headers["cache-control"] == "no-store"
    assert ";een bankje;" in answer.text
    assert ";“=1+1”;" in answer.text


def test_anyone_who_may_steer_gets_everything_as_json():
    answer = visitor("cookie-library-1").get(JSON)
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    (step,) = json.loads(answer.content)["steps"]
    assert [idea["text"] for idea in step["rounds"][0]["ideas"]] == ["=1+1", "een bankje"]


def test_anyone_who_may_steer_gets_a_workbook():
    answer = visitor("cookie-library-1").get(XLSX)
    assert answer.headers["content-type"] == (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    assert "- verslag" in name_of(answer)
    assert "(K7M3XP).xlsx" in name_of(answer)
    assert answer.headers["cache-control"] == "no-store"
    assert [row[7] for row in sheets(answer.content)["Ideeën"]] == ["Idee", "=1+1", "een bankje"]


def test_hidden_ideas_come_only_when_asked_for():
    client = visitor("cookie-library-1")
    assert "niet" not in client.get(CSV).text
    assert "niet" not in client.get(CSV, params={"verborgen": "nee"}).text
    assert "niet" in client.get(CSV, params={"verborgen": "1"}).text
    assert "niet" not in str(sheets(client.get(XLSX).content))
    for path in (CSV, XLSX, JSON):
        names = {name_of(client.get(path)), name_of(client.get(path, params={"verborgen": "1"}))}
        assert len({"ook verborgen" in name for name in names}) == 2
    assert "niet" in str(sheets(client.get(XLSX, params={"verborgen": "1"}).content))


@pytest.mark.parametrize("path", [CSV, XLSX, JSON])
@pytest.mark.parametrize("cookie", ["", "made-up", "cookie-library-2"])
def test_nobody_else_gets_a_file(path: str, cookie: str):
    answer = visitor(cookie).get(path)
    assert answer.status_code == 403
    assert "bankje" not in answer.text
    assert answer.text


@pytest.mark.parametrize("code", ["XXXXXX", "geen-code", "..%2f..%2f"])
def test_an_unknown_code_has_no_file(code: str):
    assert visitor("cookie-library-1").get(f"/verslag/{code}/ideeen.csv").status_code == 404


def test_a_code_may_be_typed_in_lower_case():
    assert visitor("cookie-library-1").get("/verslag/k7m3xp/ideeen.csv").status_code == 200
