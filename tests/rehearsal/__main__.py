"""Plays the evening and says what came of it; ends with 1 when a promise was not kept."""

import asyncio
import shutil
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path

from playwright.async_api import Error as BrowserError
from rich.console import Console
from rich.table import Table

from plekberaad_app.platform.settings import ROOT
from tests.chromium import a_browser
from tests.rehearsal.ledger import Ledger
from tests.rehearsal.play import Rehearsal
from tests.rehearsal.server import Server

PICTURES = ROOT / "rehearsal"
MAX_SECONDS = 480


def main() -> None:
    """Play once."""
    began = time.monotonic()
    ledger = asyncio.run(_play())
    ledger.check("whole rehearsal", f"{time.monotonic() - began:.0f} s", True)
    _print(ledger)
    sys.exit(not all(check.is_met for check in ledger.checks))


async def _play() -> Ledger:
    shutil.rmtree(PICTURES, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        server.start()
        try:
            return await _with_browser(server)
        finally:
            server.stop()


async def _with_browser(server: Server) -> Ledger:
    async with a_browser() as browser:
        rehearsal = Rehearsal(server, browser, PICTURES)
        try:
            async with asyncio.timeout(MAX_SECONDS):
                await rehearsal.play()
        except (AssertionError, OSError, TimeoutError, BrowserError):
            traceback.print_exc()
            rehearsal.ledger.check("played to the end", "no", False)
            with suppress(BrowserError):
                await rehearsal.shoot("stopped-here")
        return rehearsal.ledger


def _print(ledger: Ledger) -> None:
    table = Table("", "what", "outcome", title="Rehearsal")
    for check in ledger.checks:
        mark = "[green]ok[/]" if check.is_met else "[bold red]FAILED[/]"
        table.add_row(mark, check.name, check.outcome)
    Console().print(table, f"Pictures of every screen: {PICTURES}")


if __name__ == "__main__":
    main()
