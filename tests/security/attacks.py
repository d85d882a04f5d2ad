"""An attack over a socket: everything is sent, everything that comes back is kept."""

import os
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from plekberaad_app.platform.settings import ROOT
from tests.clients.browser import Browser
from tests.clients.screen import ROOT_STATE, Screen

RESULTS = ROOT / "bench" / "results"
HEAD = "| attack | as | tried | had effect | refused |\n| --- | --- | ---: | ---: | ---: |"
TRAFFIC_HEAD = (
    "| screen | screens | messages | pages | vars seen | vars allowed "
    "| words looked for | found |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)
# Below what one socket may say at once: refused has to mean refused, not cut off.
PER_SOCKET = 120


class Attacker(Screen):
    """A tab that sends whatever it likes; `heard` is all that ever came back."""

    def __init__(self, browser: Browser, path: str = "/", token: str = "") -> None:
        super().__init__(browser, path)
        self.heard = b""
        self.on_frame = self._keep
        self.token = token or self.token

    async def come_in(self, origin: str | None = None) -> None:
        """Open the page as a browser does."""
        await self.connect(origin)
        await self.until(self.is_hydrated)

    def is_hydrated(self, _shown: Any) -> bool:
        """Whether the server has answered."""
        return "is_hydrated" in self.states.get(ROOT_STATE, {})

    async def be_heard_out(self) -> None:
        """Wait until all that was sent has been handled: one tab's events go one by one."""
        # The page it says to be on comes back with the answer.
        self.path = f"/{uuid.uuid4()}"
        self.send_raw(f"{ROOT_STATE}.hydrate", {})
        await self.until(lambda _: self.path.encode() in self.heard)

    def _keep(self, frame: bytes, _at: int) -> None:
        self.heard += frame


async def attack(
    browser: Browser, events: Iterable[tuple[str, str, Any]], origin: str | None = None
) -> tuple[int, bytes]:
    """Send (page, handler, payload) one after the other; how many, and all that was answered."""
    left, heard, sent = list(events), b"", 0
    while left:
        part, left = left[:PER_SOCKET], left[PER_SOCKET:]
        attacker = Attacker(browser)
        await attacker.come_in(origin)
        for attacker.path, name, payload in part:
            attacker.send_raw(name, payload)
        await attacker.be_heard_out()
        await attacker.close()
        heard, sent = heard + attacker.heard, sent + len(part)
    return sent, heard


@dataclass
class Matrix:
    """What was tried, in one table."""

    rows: dict[str, str] = field(default_factory=dict)

    def note(self, attack: str, who: str, *, tried: int, effect: int = 0) -> None:
        """A line: so many tries, of which so many did something."""
        name = f"| {attack} | {who} |"
        self.rows[name] = f"{name} {tried:,} | {effect} | {tried - effect:,} |"

    def write(self) -> None:
        """Write it down, dated."""
        keep("attacks", "Attacks on the running program", HEAD, self.rows)


def keep(name: str, title: str, head: str, rows: Mapping[str, str]) -> None:
    """A dated table in `bench/results`; a line goes by its begin, others of that day stay."""
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    path = RESULTS / f"{name}-{day}.md"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    earlier = [line for line in lines if line.startswith("| ")][2:]
    others = [line for line in earlier if not line.startswith(tuple(rows))]
    busy = " ".join(f"{load:.1f}" for load in os.getloadavg())
    about = f"By `make test-attacks`, on {os.cpu_count()} cores with a load of {busy}."
    told = f"# {title}, {day}\n\n{about}\n\n{head}\n"
    path.write_text(told + "\n".join([*others, *rows.values()]) + "\n", encoding="utf-8")
