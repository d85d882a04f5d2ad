"""A page that a whole room opens comes from memory for a while; everything else does not."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from plekberaad_app.platform.http import kept_pages
from plekberaad_app.platform.http.kept_pages import KEPT_SECONDS, MAX_KEPT, KeptPages


class Pages:
    """Built pages that count how often they are read; the time stands still until it is moved."""

    def __init__(self) -> None:
        self.reads = 0
        self.status = 200
        self.now = 1000.0
        site = Starlette(routes=[Route("/{path:path}", self._read, methods=["GET", "POST"])])
        self.browser = TestClient(KeptPages(site))

    async def _read(self, request: Request) -> Response:
        self.reads += 1
        return Response(f"{request.url.path} {self.reads}", self.status, media_type="text/html")

    def get(self, path: str = "/d/_/", **headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.browser.get(path, headers={"accept-encoding": "gzip"} | named).text


@pytest.fixture
def pages(monkeypatch) -> Pages:
    pages = Pages()
    monkeypatch.setattr(kept_pages, "monotonic", lambda: pages.now)
    return pages


def test_a_page_for_every_code_is_read_once_and_again_when_it_may_have_been_built_anew(pages):
    assert {pages.get() for _ in range(3)} == {"/d/_/ 1"}
    pages.now += KEPT_SECONDS
    assert pages.get() == "/d/_/ 2"


def test_each_page_is_kept_for_itself_and_for_each_encoding(pages):
    assert pages.get() == "/d/_/ 1"
    assert pages.get("/scherm/_/") == "/scherm/_/ 2"
    assert pages.get(accept_encoding="br") == "/d/_/ 3"
    assert pages.get() == "/d/_/ 1"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/assets/a.js", {}),
        ("/d/_/", {"range": "bytes=0-1"}),
        ("/d/_/", {"if_none_match": '"a"'}),
        ("/d/_/", {"if_modified_since": "Fri, 27 Nov 2026 20:00:00 GMT"}),
    ],
)
def test_what_is_no_page_or_not_asked_for_as_a_whole_is_read_each_time(pages, path, headers):
    assert pages.get(path, **headers) != pages.get(path, **headers)


def test_what_is_not_asked_for_but_sent_is_passed_on_each_time(pages):
    assert pages.browser.post("/d/_/").text != pages.browser.post("/d/_/").text


def test_a_page_that_failed_is_not_kept(pages):
    pages.status = 404
    assert pages.get() == "/d/_/ 1"
    pages.status = 200
    assert pages.get() == "/d/_/ 2"


def test_headers_that_one_answer_got_are_not_in_the_next(pages):
    kept = KeptPages(pages.browser.app)

    async def marked(scope, receive, send):
        async def mark(message):
            message.setdefault("headers", []).append((b"x-mark", b"1"))
            await send(message)

        await kept(scope, receive, mark)

    browser = TestClient(marked)
    marks = [browser.get("/d/_/").headers.get_list("x-mark") for _ in range(3)]
    assert marks == [["1"]] * 3


def test_anyone_who_names_encodings_without_end_fills_no_memory(pages):
    pages.get()
    for number in range(MAX_KEPT):
        pages.get(accept_encoding=f"x{number}")
    assert pages.get() == f"/d/_/ {MAX_KEPT + 2}"
