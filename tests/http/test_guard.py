"""What holds for every request, whoever answers it."""

import pytest
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.testclient import TestClient

from plekberaad_app.http.guard import guarded, is_same_origin
from tests.services.casting import CODE
from tests.settings import overridden

HOST = {"host": "plek.example:8000"}


@pytest.mark.parametrize(
    ("headers", "same"),
    [
        ({}, True),
        ({"cookie": "plekberaad_begeleider=abc"}, False),
        ({"cookie": "plekberaad_begeleider=abc", "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://plek.example:8000"}, False),
        ({"origin": "http://plek.example:8000"}, True),
        ({"origin": "https://plek.example:8000"}, True),
        ({"origin": "http://plek.example"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
    ],
)
def test_only_our_own_pages_may_send(own_settings, headers, same):
    assert is_same_origin(Headers(HOST | headers)) is same


def test_the_public_address_is_ours_too(tmp_path):
    with overridden(data=tmp_path, secret="s" * 32, public_url="https://public.example"):
        assert is_same_origin(Headers(HOST | {"origin": "https://public.example"}))


def test_a_browser_that_came_over_https_stays_there(visitor, tmp_path):
    assert "strict-transport-security" not in visitor.get("/").headers
    with overridden(data=tmp_path, secret="s" * 32, public_url="https://public.example"):
        assert visitor.get("/").headers["strict-transport-security"] == "max-age=31536000"


@pytest.mark.parametrize("path", ["/meedoen", f"/d/{CODE}/meedoen", "/uitloggen", "/beeld", "/x"])
def test_another_site_can_send_no_form(visitor, path):
    response = visitor.post(path, data={}, headers={"origin": "https://evil.example"})
    assert response.status_code == 403


def test_another_site_may_link_to_us(visitor, room):
    assert visitor.get(f"/m/{CODE}", headers={"sec-fetch-site": "cross-site"}).status_code == 303


@pytest.mark.parametrize("path", ["/", f"/d/{CODE}", "/gezond", "/beeld/x", f"/qr/{CODE}.svg"])
def test_every_answer_says_what_a_browser_may_do(visitor, path):
    headers = visitor.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]


@pytest.mark.parametrize("kind", ["text/javascript; charset=utf-8", "text/css", "font/woff2"])
def test_what_is_never_shown_as_a_page_comes_with_one_header(kind):
    headers = _guarding(kind).get("/").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "content-security-policy" not in headers


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/json", "text/plain"])
def test_what_a_browser_may_show_comes_with_all_headers(kind):
    assert "content-security-policy" in _guarding(kind).get("/").headers


@pytest.mark.parametrize("path", ["/inloggen", "/begin/x", f"/overnemen/{CODE}", "/onbekend"])
def test_what_the_routes_do_not_know_goes_on_to_the_pages(visitor, path):
    assert visitor.get(path).text == f"page {path}"


def _guarding(kind: str) -> TestClient:
    """A browser in front of a site of one file of this kind."""
    return TestClient(guarded(Response(b"x", headers={"content-type": kind})))
