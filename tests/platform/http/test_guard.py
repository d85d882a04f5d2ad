"""What holds for every request, whoever answers it."""

import base64
import hashlib
import os
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.testclient import TestClient

from plekberaad_app.platform import frontend
from plekberaad_app.platform.http.guard import guarded, is_same_origin
from plekberaad_app.platform.http.headers import page_policy
from tests.casting import CODE
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
        assert (
            visitor.get("/").headers["strict-transport-security"]
            == "max-age=31536000; includeSubDomains"
        )


@pytest.mark.parametrize("path", ["/meedoen", f"/d/{CODE}/meedoen", "/uitloggen", "/beeld", "/x"])
def test_another_site_can_send_no_form(visitor, path):
    response = visitor.post(path, data={}, headers={"origin": "https://evil.example"})
    assert response.status_code == 403


def test_another_site_may_link_to_us(visitor, room):
    assert visitor.get(f"/m/{CODE}", headers={"sec-fetch-site": "cross-site"}).status_code == 303


@pytest.mark.parametrize("path", ["/", f"/d/{CODE}", "/gezond", "/beeld/x", f"/qr/{CODE}.svg"])
def test_every_answer_says_what_a_browser_may_do(visitor, path):
    headers = visitor.get(path).headers
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    for sense in ("camera", "microphone", "geolocation"):
        assert f"{sense}=()" in headers["permissions-policy"]


@pytest.mark.parametrize("kind", ["", "text/html", "text/javascript", "text/css", "font/woff2"])
def test_nothing_is_guessed_framed_or_used_by_another_site(kind):
    headers = _guarding(kind).get("/").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "base-uri 'none'" in headers["content-security-policy"]


def test_the_projectors_page_alone_may_stand_in_another_page_of_ours():
    headers = _guarding("text/html").get(f"/scherm/{CODE}").headers
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "SAMEORIGIN"


@pytest.mark.parametrize("kind", ["text/javascript; charset=utf-8", "text/css", "font/woff2"])
def test_what_is_never_shown_as_a_page_comes_with_few_headers(kind):
    assert "permissions-policy" not in _guarding(kind).get("/").headers


@pytest.mark.parametrize("kind", ["image/svg+xml", "application/json", "text/plain", ""])
def test_what_is_no_page_can_do_nothing(kind):
    policy = _guarding(kind).get("/").headers["content-security-policy"]
    assert directives(policy)["default-src"] == ["'none'"]
    assert "sandbox" in directives(policy)


def test_a_page_that_has_not_changed_keeps_the_policy_it_came_with():
    """A browser puts the headers of a 304 in place of those it kept, and it has no type."""
    visitor = TestClient(guarded(Response(status_code=304)))
    assert "content-security-policy" not in visitor.get("/").headers


def test_a_page_runs_the_scripts_that_were_built_into_it_and_no_other(pages):
    (pages / "index.html").write_text('<script src="/x.js"></script><script>a < b\n</script>')
    (pages / "d").mkdir()
    (pages / "d" / "index.html").write_text('<script type="module" async="">één</script>')
    assert scripts() == {"'self'", hash_of("a < b\n"), hash_of("één")}


def test_the_next_build_is_allowed_while_it_is_made_and_when_it_is_there(pages):
    for script, stamp in (("first", "1"), ("half of the second", None), ("second", "2")):
        (pages / "index.html").write_text(f"<script>{script}</script>")
        if stamp:
            frontend.STAMP.write_text(stamp)
            os.utime(frontend.STAMP, ns=(0, int(stamp)))
        else:
            frontend.STAMP.unlink()
        assert scripts() == {"'self'", hash_of(script)}


def test_without_a_hash_no_script_of_a_page_runs(pages):
    policy = directives(page_policy())
    assert policy["script-src"] == ["'self'"]
    assert not {"script-src-elem", "script-src-attr"} & policy.keys()
    assert "'unsafe-inline'" not in policy["style-src-elem"]


def test_over_https_a_socket_leads_to_the_public_address_alone(tmp_path, pages):
    with overridden(data=tmp_path, secret="s" * 32, public_url="https://public.example/"):
        assert directives(page_policy())["connect-src"] == ["'self'", "wss://public.example"]


@pytest.mark.parametrize("path", ["/inloggen", "/begin/x", f"/overnemen/{CODE}", "/onbekend"])
def test_what_the_routes_do_not_know_goes_on_to_the_pages(visitor, path):
    assert visitor.get(path).text == f"page {path}"


def _guarding(kind: str) -> TestClient:
    """A browser in front of a site of one file of this kind."""
    return TestClient(guarded(Response(b"x", headers={"content-type": kind})))


@pytest.fixture
def pages(tmp_path: Path, own_settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for a built frontend."""
    monkeypatch.setattr(frontend, "PAGES", tmp_path)
    monkeypatch.setattr(frontend, "STAMP", tmp_path / "built")
    frontend._sources_of.cache_clear()
    return tmp_path


def directives(policy: str) -> dict[str, list[str]]:
    """What a content policy says, by directive."""
    said = [directive.split() for directive in policy.split(";")]
    return {name: sources for name, *sources in said}


def scripts() -> set[str]:
    """Which scripts a page may run."""
    return set(directives(page_policy())["script-src"])


def hash_of(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
