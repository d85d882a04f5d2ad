"""Plain requests: paths that somebody guesses, ids that somebody counts up, exports of others."""

from collections.abc import Mapping

import pytest

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import ROOT
from tests.clients.browser import Browser
from tests.security.attacks import Matrix
from tests.security.handlers import every_handler
from tests.security.house import House

pytestmark = pytest.mark.served
in_the_house = pytest.mark.asyncio(loop_scope="session")

EXPORTS = (
    "/verslag/{}/ideeen.csv",
    "/verslag/{}/verslag.xlsx",
    "/verslag/{}/verslag.json",
    "/verslag/{}/ideeen.csv?verborgen=1",
)
GUESSED = (
    "/.env",
    "/.git/config",
    "/data/plekberaad.db",
    "/plekberaad.db",
    "/secret",
    "/program.log",
    "/..%2f..%2fpyproject.toml",
    "/assets/..%2f..%2f..%2f..%2fpyproject.toml",
    "/assets/%2e%2e/%2e%2e/%2e%2e/rxconfig.py",
    "/uploaded_files/x",
    "/_upload/x",
    "/docs",
    "/openapi.json",
    "/admin",
    "/beheer/delete",
    "/beeld/1",
    "/beeld/2",
    "/beeld/%2e%2e%2f1",
    *(f"/beeld/{number}" for number in range(3, 12)),
    *(f"/beeld/{number:032x}" for number in range(3)),
    "/qr/AAAAAA.svg",
    "/qr/AAAAAB.svg",
)
POSTED = (
    "/_upload",
    "/_upload/",
    "/beheer/invite",
    "/beheer/delete",
    "/beheer/__class__",
    "/beeld",
)
OURS = (b"[project]", b"rx.Config", b"SQLite format", b"PLEKBERAAD_", b"Traceback")


async def asked(
    browser: Browser, method: str, path: str, headers: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Status and body of an answer to a browser on our own page."""
    sent = {"Cookie": browser.cookie_header, "Origin": browser.site.url, **(headers or {})}
    url = browser.site.url + path
    async with browser.site.http.request(
        method, url, headers=sent, allow_redirects=False
    ) as answer:
        return answer.status, await answer.read()


@in_the_house
async def test_nobody_takes_the_report_of_an_evening_that_is_not_theirs(
    house: House, matrix: Matrix
):
    for who, browser in house.identities.items():
        for path in EXPORTS:
            status, body = await asked(browser, "GET", path.format(house.evening.code))
            assert status in (403, 404), (who, path)
            assert not [word for word in house.secrets() if word in body]
        matrix.note("the report as a file", who, tried=len(EXPORTS))
    anna = house.evening.facilitator.browser
    for path in EXPORTS:
        assert (await asked(anna, "GET", path.format(house.evening.code)))[0] == 200
    matrix.note("the report as a file", "facilitator", tried=len(EXPORTS), effect=len(EXPORTS))


@in_the_house
async def test_a_guessed_path_leads_nowhere(house: House, matrix: Matrix):
    before = house.truth()
    for who, browser in house.identities.items():
        for path in GUESSED:
            status, body = await asked(browser, "GET", path)
            assert status in (400, 404, 405), (who, path)
            assert not [word for word in OURS if word in body], path
        matrix.note("guessed paths and counted ids", who, tried=len(GUESSED))
    for who, browser in house.identities.items():
        for path in POSTED:
            status, body = await asked(browser, "POST", path)
            assert status in (400, 403, 404, 405), (who, path, status)
            assert not [word for word in OURS if word in body], path
        matrix.note("posts to what is not there, or not theirs", who, tried=len(POSTED))
    assert house.truth() == before


@in_the_house
async def test_reflex_takes_no_file_from_anybody(house: House, matrix: Matrix):
    """Its own way to upload asks for no cookie, only for two headers that anybody can make up."""
    before = house.truth()
    for who, browser in house.identities.items():
        for handler in every_handler():
            headers = {
                "Reflex-Client-Token": house.evening.facilitator.token,
                "Reflex-Event-Handler": handler,
            }
            status, _ = await asked(browser, "POST", "/_upload", headers)
            assert status in (404, 405), (who, handler)
        matrix.note("Reflex's upload, for every handler", who, tried=len(every_handler()))
    assert house.truth() == before


@in_the_house
async def test_the_secret_of_this_machine_is_no_path_from_a_proxy(house: House, matrix: Matrix):
    stranger = house.identities["no cookie"]
    for headers in ({"X-Forwarded-For": "127.0.0.1"}, {"Host": "evil.example"}):
        assert (await asked(stranger, "GET", "/metrics", headers))[0] == 404
        assert (await asked(stranger, "POST", "/beheer/invite", headers))[0] in (403, 404)
    matrix.note("what is for this machine alone, through a proxy", "no cookie", tried=4)


@in_the_house
async def test_what_is_not_there_is_a_dutch_page_without_a_trace(house: House):
    for path in ("/bestaat/niet", "/beeld/x/y", "/begeleid/a/b"):
        status, body = await asked(house.identities["no cookie"], "GET", path)
        assert status == 404, path
        assert b'<html lang="nl"' in body
        assert not [word for word in (*OURS, b"Not Found", b"detail") if word in body]
    # The page itself is drawn in the browser.
    assert text("start.lost.title") in _built_code()


@in_the_house
async def test_no_default_that_is_built_into_the_pages_tells_anything(house: House):
    built = _built_code()
    anna = house.evening.facilitator
    assert "tablet_state" in built
    told = [house.evening.code, anna.browser.cookies["plekberaad_begeleider"], anna.shown["pin"]]
    assert [word for word in [*told, "sourceMappingURL", str(ROOT)] if word in built] == []


def _built_code() -> str:
    folder = ROOT / ".web/build/client/assets"
    return "".join(path.read_text("utf-8") for path in folder.glob("*.js"))
