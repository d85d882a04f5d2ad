"""Serving: one port for everything, for pages of our own, until somebody says stop."""

import asyncio
import signal
import socket
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import aiohttp
import pytest
import socketio
from playwright.sync_api import sync_playwright
from socketio.exceptions import ConnectionError

from plekberaad_app.ops.announcing import qr
from plekberaad_app.ops.serving import is_free, is_own_origin
from plekberaad_app.platform.addresses import public_url
from tests.chromium import launch_options
from tests.settings import overridden
from tests.setup.program import Program, command, running

WORD = "kruidnagelthee"


def get(url: str) -> tuple[int, str, str]:
    """Status, type and text of an answer."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status, answer.headers["content-type"], answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["content-type"], error.read().decode()


@pytest.mark.served
@pytest.mark.parametrize("path", ["/", "/d/ABCDEF", "/scherm/ABCDEF", "/begeleid/ABCDEF"])
def test_pages_are_served_with_and_without_a_code(path: str, program: Program):
    status, kind, html = get(program.url + path)
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert '<html lang="nl"' in html


@pytest.mark.served
@pytest.mark.parametrize(("accepted", "given"), [("gzip, deflate", "gzip"), ("gzip, br", "br")])
def test_a_page_comes_packed_and_is_asked_for_again(accepted: str, given: str, program: Program):
    headers = _headers(program.url + "/d/ABCDEF", accepted)
    assert (headers["content-encoding"], headers["cache-control"]) == (given, "no-cache")


@pytest.mark.served
def test_code_is_kept_for_good_since_its_name_changes_with_it(program: Program):
    page = get(program.url + "/d/ABCDEF")[2]
    code = page.partition('rel="modulepreload" href="')[2].partition('"')[0]
    headers = _headers(program.url + code, "gzip")
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert "immutable" in headers["cache-control"]
    assert not {"accept-ranges", "etag", "last-modified"} & {name.lower() for name in headers}


def _headers(url: str, accepted: str) -> Message:
    request = urllib.request.Request(url, headers={"accept-encoding": accepted})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.headers


@pytest.mark.served
def test_a_page_that_does_not_exist_is_a_404(program: Program):
    assert get(f"{program.url}/bestaat/niet")[0] == 404


@pytest.mark.served
def test_it_is_served_on_ipv6_too(program: Program):
    if not socket.has_ipv6:
        pytest.skip("no IPv6 on this machine")
    assert get(f"http://[::1]:{program.port}/ping")[0] == 200


@pytest.mark.served
@pytest.mark.browser
def test_the_page_finds_its_socket_on_another_port_than_that_of_the_build(program: Program):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        with page.expect_websocket() as opened:
            page.goto(program.url)
        assert f":{program.port}/_event" in opened.value.url
        opened.value.wait_for_event("framereceived")
        browser.close()


@pytest.mark.served
@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
async def test_a_page_of_another_site_gets_no_socket(origin: str, program: Program):
    assert not await connects(program, {"Origin": origin})
    assert await connects(program, {"Origin": program.url})


@pytest.mark.served
async def test_a_malformed_event_leaves_no_word_in_the_log(program: Program):
    async with socketio.AsyncSimpleClient() as client:
        await client.connect(
            f"{program.url}?token=t",
            socketio_path="/_event",
            namespace="/_event",
            transports=["websocket"],
        )
        for event in (WORD, [WORD], {"name": WORD, "payload": WORD}, {"text": WORD}):
            await client.emit("event", event)
        await asyncio.sleep(1)
    assert get(f"{program.url}/ping")[0] == 200
    assert "library_message" in program.log.read_text()
    assert WORD not in program.log.read_text()


@pytest.mark.served
@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_well(name: signal.Signals, built: None, tmp_path: Path):
    with running(tmp_path) as program:
        assert program.stop(name) == 0
        assert "Traceback" not in program.log.read_text()


@pytest.mark.served
def test_the_start_prints_the_addresses_and_the_first_link(program: Program):
    printed = program.log.read_text()
    for address in (f":{program.port}/scherm/", f":{program.port}/inloggen", "/begin/"):
        assert address in printed
    assert "█" in printed


def test_a_port_in_use_stops_the_start_with_one_line(tmp_path: Path):
    with socket.create_server(("", 0)) as other:
        port = other.getsockname()[1]
        assert not is_free(port)
        ended = command("run", data=str(tmp_path), port=str(port))
    assert ended.returncode == 2
    assert str(port) in ended.stderr
    assert is_free(port)


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://192.0.2.7:8000", True),
        ("https://plekberaad.example", True),
        ("http://plekberaad.example", False),
        ("http://192.0.2.7", False),
        ("http://192.0.2.7:8000.evil.example", False),
        ("https://evil.example", False),
        ("null", False),
        ("", False),
        (None, False),
    ],
)
def test_an_origin_is_ours_by_host_and_port_or_by_the_public_address(
    origin: str | None, is_ours: bool, tmp_path: Path
):
    with overridden(data=tmp_path, public_url="https://plekberaad.example"):
        assert is_own_origin(origin, {"HTTP_HOST": "192.0.2.7:8000"}) is is_ours


def test_the_public_address_is_the_setting_or_this_machine(tmp_path: Path):
    with overridden(data=tmp_path, public_url="https://plekberaad.example/") as used:
        assert public_url(used) == "https://plekberaad.example"
    with overridden(data=tmp_path, port=8149) as used:
        assert public_url(used).startswith("http://")
        assert public_url(used).endswith(":8149")


def test_the_qr_fits_a_terminal():
    lines = qr("http://192.168.178.200:8000").splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


async def connects(program: Program, headers: dict[str, str]) -> bool:
    """Whether a socket with these headers is let in."""
    # Of its own accord the client leaves what it opened to the garbage collector.
    async with aiohttp.ClientSession() as http:
        client = socketio.AsyncClient(reconnection=False, http_session=http)
        try:
            await client.connect(
                f"{program.url}?token=t",
                headers=headers,
                socketio_path="/_event",
                namespaces=["/_event"],
                transports=["websocket"],
            )
        except ConnectionError:
            return False
        await client.disconnect()
        return True
