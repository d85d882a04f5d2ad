"""Which Chromium the tests use."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright, expect
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Every window of a whole Chromium has an address bar, and half the work of opening a page is making
# the popups of that bar, each in a process of its own. Nobody sees them here.
NO_POPUPS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
# The last list of features counts alone: this is what Playwright switches off in its own.
PLAYWRIGHTS = (
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    f"--disable-features={','.join((*PLAYWRIGHTS, *NO_POPUPS))}",
)
# A machine may be busy; what is there at once is seen at once.
TIMEOUT_MS = 30_000


def installed() -> str | None:
    """The path of this machine's Chromium, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def launch_options(text_px: int = 16) -> dict[str, Any]:
    """Keyword arguments for `chromium.launch`: this machine's browser, or Playwright's own.

    `text_px` is how large its owner wants text to be.
    """
    options: dict[str, Any] = {"args": [*ARGUMENTS, f"--blink-settings=defaultFontSize={text_px}"]}
    if path := installed():
        options["executable_path"] = path
    return options


@asynccontextmanager
async def a_browser(text_px: int = 16) -> AsyncIterator[Browser]:
    """A Chromium that runs; closed at the end."""
    expect.set_options(timeout=TIMEOUT_MS)
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(**launch_options(text_px))
        yield opened
        await opened.close()


def is_there() -> bool:
    """Whether this machine has a Chromium, or Playwright brought one."""
    return installed() is not None or _playwright_has_one()


def _playwright_has_one() -> bool:
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path).exists()
