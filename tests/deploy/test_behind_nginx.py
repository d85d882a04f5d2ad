"""Behind the nginx of `deploy/`: one public address, whichever of three processes answers."""

import asyncio
from pathlib import Path
from random import Random
from typing import Any

import pytest

from plekberaad_app.core.join_codes import new_code
from plekberaad_app.platform.frontend import PAGES
from plekberaad_app.platform.http.headers import STAY_WITH_HTTPS, headers_for
from tests.clients.browser import Site, visiting
from tests.clients.phone import wall
from tests.deploy.conftest import an_evening, screens_at, spread, thinkers
from tests.setup.hosting import Hosting
from tests.setup.nginx import proxying
from tests.setup.program import free_port

pytestmark = [pytest.mark.served, pytest.mark.services]


HSTS = {"strict-transport-security": STAY_WITH_HTTPS}


def said(headers: Any) -> dict[str, str]:
    """The security headers of an answer."""
    ours = {*headers_for("text/html"), *HSTS}
    return {name.lower(): value for name, value in headers.items() if name.lower() in ours}


async def answer(site: Site, path: str, **headers: str) -> tuple[int, Any, str]:
    """Status, headers and text."""
    async with site.http.get(site.url + path, headers=headers, allow_redirects=False) as got:
        return got.status, got.headers, await got.text()


async def test_the_screens_of_a_room_stand_together_at_one_process(hosting: Hosting, site: Site):
    evening = await an_evening(hosting, site)
    before = await screens_at(hosting, site)
    for screen in (evening.facilitator, evening.projector):
        await screen.browser.look(screen.path)
        await screen.open()
    await evening.fill(6)
    await evening.facilitator.until(lambda shown: len(shown["roster"]) == 6)
    assert max(await screens_at(hosting, site)) == 8, before
    await evening.close()


async def test_a_room_spread_over_all_processes_stays_in_step(hosting: Hosting, site: Site):
    evening = await an_evening(hosting, site)
    await evening.go_to_ideas(9, 2)
    await spread(hosting, evening.screens)
    for number, phone in enumerate(thinkers(evening)):
        await phone.write(f"Idee {number}")
    said = {f"Idee {number}" for number in range(len(thinkers(evening)))}
    for screen in (evening.projector, evening.facilitator):
        await screen.until(lambda shown: set(wall(shown)) == said)
    await evening.facilitator.steer("next")
    for screen in evening.screens:
        await screen.until(lambda shown: shown["stage"]["phase"] == "review")
    await evening.close()


async def test_anyone_who_tries_codes_is_known_by_the_address_that_the_proxy_saw(site: Site):
    async def guess(number: int) -> str:
        forged = {"X-Forwarded-For": f"192.0.2.{number % 250}", "Cookie": "room_affinity=one"}
        # Each another code: looking for one that is known to be dead is no guessing.
        url, form = f"{site.url}/meedoen", {"code": new_code(Random(number))}
        async with site.http.post(url, data=form, headers=forged, allow_redirects=False) as got:
            return got.headers["Location"]

    # A slow machine tries more slowly than a script does, and the bucket fills meanwhile.
    for turn in range(6):
        answers = await asyncio.gather(*(guess(700 * turn + each) for each in range(700)))
        if any("fout=too_many_tries" in there for there in answers):
            return
    pytest.fail("thousands of tries from one address, and none was refused")


async def test_the_plain_address_leads_to_the_safe_one(hosting: Hosting, site: Site):
    plain = Site(f"http://localhost:{hosting.proxy.plain_port}", site.http)
    status, headers, _ = await answer(plain, "/m/ABCDEF")
    assert (status, headers["Location"]) == (301, f"{site.url}/m/ABCDEF")


async def test_a_browser_is_told_once_to_stay_with_the_safe_one(site: Site):
    async with site.http.get(site.url) as answer:
        assert answer.headers.getall("Strict-Transport-Security") == [STAY_WITH_HTTPS]


async def test_the_page_of_a_room_leaves_its_code_for_the_socket(site: Site):
    status, headers, _ = await answer(site, "/d/ABCDEF", Accept="text/html")
    assert status == 200
    assert "room_affinity=ABCDEF" in ";".join(headers.getall("Set-Cookie"))


async def test_the_files_of_a_page_come_from_the_disk_and_a_sentence_when_nobody_serves(
    built: None, tmp_path: Path
):
    # The smallest are not worth packing.
    script = max((PAGES / "assets").glob("*.js"), key=lambda file: file.stat().st_size).name
    with proxying(tmp_path, [free_port() for _ in range(3)], free_port()) as proxy:
        async with visiting(proxy.url, tls=proxy.tls) as site:
            status, headers, _ = await answer(site, f"/assets/{script}")
            assert (status, headers["Content-Encoding"]) == (200, "gzip")
            assert "immutable" in headers["Cache-Control"]
            assert said(headers) == headers_for("text/javascript") | HSTS
            assert (await answer(site, "/metrics"))[0] == 404
            status, headers, page = await answer(site, "/d/ABCDEF")
            assert (status, "Even geduld" in page) == (502, True)
            assert "default-src 'none'" in headers["Content-Security-Policy"]
