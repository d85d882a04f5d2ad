"""`python -m bench.page`: what a phone loads, and when it can be used on a slow phone and network.

Chromium with the processor 4x slower, 1.6 Mbit/s and 150 ms delay, an empty cache: the page of a
participant in the ideas phase is interactive when its box stands there and the room's view has come
over the socket. Sizes are those of JavaScript and CSS as they came over the wire, with headers:
gzip, as a browser asks for in the room, where there is no https, and brotli, as over https. What
comes after that, for the steps that follow, is told apart.

With `--activities 20` it is a program with so many, of which most are copies (more_activities.py).
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, async_playwright

from bench.more_activities import built_with
from plekberaad_app.platform.settings import ROOT
from tests.chromium import launch_options
from tests.clients.browser import visiting
from tests.clients.evening import new_evening
from tests.clients.facilitator import begin, begin_token
from tests.clients.phone import Phone
from tests.setup.program import running

REPETITIONS = 3
SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 1_600_000 / 8,
}
MAX_KILOBYTES = 170
MAX_SECONDS = 1.7
MAX_FILES = 12
BOX = "textarea#idea"
# To a browser this is a site without https; under its own name this machine counts as safe.
ROOM = "plekberaad.test"


async def main(activities: int) -> None:
    """Measure and print; `activities` is 0 for those there are."""
    with tempfile.TemporaryDirectory() as folder:
        project = built_with(activities, Path(folder)) if activities else ROOT
        data = Path(folder) / "data"
        data.mkdir()
        await _measure_all(data, project)


async def _measure_all(data: Path, project: Path) -> None:
    with running(data, project=project) as program:
        async with visiting(program.url) as site, async_playwright() as playwright:
            phone = await _thinker(await begin(site, await begin_token(program.log)))
            browser = await playwright.chromium.launch(**_launch_options())
            own, room = program.url, f"http://{ROOM}:{program.port}"
            await _measure("this machine, gzip", browser, phone, room, slow=False)
            await _measure("slow phone, gzip", browser, phone, room, slow=True)
            await _measure("slow phone, brotli", browser, phone, own, slow=True)
            await browser.close()


def _launch_options() -> dict[str, Any]:
    options = launch_options()
    options["args"].append(f"--host-resolver-rules=MAP {ROOM} 127.0.0.1")
    return options


async def _measure(name: str, browser: Browser, phone: Phone, url: str, *, slow: bool) -> None:
    _tell(name, [await _load(browser, phone, url, slow) for _ in range(REPETITIONS)])


async def _thinker(browser: Any) -> Phone:
    """A phone that may write, in the ideas phase."""
    evening = await new_evening(browser, {"rounds": "1"})
    await evening.fill(4)
    await evening.seat(2)
    await evening.bring_challenges(per_table=1)
    await evening.go_to("carousel", "ideas")
    for phone in evening.phones:
        await phone.until(lambda shown: shown["stage"]["phase"] == "ideas")
    thinker = evening.at_table(1)[0]
    await evening.close()
    return thinker


async def _load(browser: Browser, phone: Phone, url: str, slow: bool) -> dict[str, Any]:
    """One load with an empty cache."""
    context = await browser.new_context(viewport={"width": 390, "height": 844})
    await context.add_cookies(
        [
            {"name": name, "value": value, "url": url}
            for name, value in phone.browser.cookies.items()
        ]
    )
    page = await context.new_page()
    tools = await context.new_cdp_session(page)
    await tools.send("Network.enable")
    if slow:
        await tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        await tools.send("Network.emulateNetworkConditions", NETWORK)
    loaded: dict[str, int] = {}
    names: dict[str, str] = {}
    tools.on("Network.responseReceived", lambda seen: _name(seen, names))
    tools.on("Network.loadingFinished", lambda seen: _size(seen, names, loaded))
    began = perf_counter()
    await page.goto(url + phone.path, wait_until="commit")
    await page.wait_for_selector(BOX, state="visible", timeout=60_000)
    seconds, sizes = perf_counter() - began, dict(loaded)
    await page.wait_for_load_state("networkidle")
    await context.close()
    later = {path: size for path, size in loaded.items() if path not in sizes}
    return {"seconds": seconds, "sizes": sizes, "later": later}


def _name(seen: dict[str, Any], names: dict[str, str]) -> None:
    path = urlsplit(seen["response"]["url"]).path
    if path.endswith((".js", ".css")):
        names[seen["requestId"]] = path


def _size(seen: dict[str, Any], names: dict[str, str], sizes: dict[str, int]) -> None:
    if name := names.get(seen["requestId"]):
        sizes[name] = int(seen["encodedDataLength"])


def _tell(name: str, loads: list[dict[str, Any]]) -> None:
    sizes: dict[str, int] = loads[-1]["sizes"]
    kilobytes, later = sum(sizes.values()) / 1000, loads[-1]["later"]
    seconds = median(load["seconds"] for load in loads)
    has_plotly = any("plotly" in path.lower() for path in sizes)
    print(
        f"{name}: {len(sizes)} files, {kilobytes:.1f} kB of JavaScript and CSS (goal"
        f" {MAX_KILOBYTES}), {len(later)} of {sum(later.values()) / 1000:.1f} kB after that;"
        f" interactive after {seconds:.2f} s (goal on a slow phone {MAX_SECONDS});"
        f" Plotly {'loaded' if has_plotly else 'not loaded'}"
    )
    for path, size in sorted((sizes | later).items(), key=lambda each: -each[1])[:MAX_FILES]:
        print(f"    {size / 1000:7.1f} kB  {path}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.page")
    parser.add_argument("--activities", type=int, default=0)
    sys.exit(asyncio.run(main(parser.parse_args().activities)))
