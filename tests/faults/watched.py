"""The program with a watch on its event loop: how long it stood still, and what waited on it.

`python -m tests.faults.watched run`, in the place of `python -m plekberaad_app run`. Every half
second it writes what it saw into the data folder, in a file of its own process.
"""

import asyncio
import contextlib
import gc
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import argon2
from sqlalchemy import Engine, Pool, event

from plekberaad_app.ops import supervision
from plekberaad_app.platform.settings import settings

START_SECONDS = 1.0
TICK_SECONDS = 0.01
TICKS_PER_NOTE = 50
# Until what was seen has been noted.
NOTED_SECONDS = 3.0
# What waits for a disk, a network or a password, seen by Python itself.
AUDITED = {"sqlite3.connect", "socket.getaddrinfo", "socket.gethostbyname", "subprocess.Popen"}
PROJECT = str(Path(__file__).parents[2])


@dataclass
class Standstill:
    """The worst of the event loop, in seconds, and what waited on it.

    A turn came `late` by so much, of which its thread stood `queued` for a processor that others
    used; `busy` is the most processor time between two looks, `collected` that of one collection of
    garbage, during which nobody is answered either.
    """

    late: float = 0.0
    queued: float = 0.0
    busy: float = 0.0
    collected: float = 0.0
    waits: list[str] = field(default_factory=list)

    @property
    def own(self) -> float:
        """The longest that it stood still by itself, however crowded the machine."""
        return max(self.busy, self.collected)

    def told(self) -> str:
        """How late a turn came and how long it was busy, for the report."""
        late, queued, busy, collected = (
            round(1000 * each) for each in (self.late, self.queued, self.busy, self.collected)
        )
        return (
            f"loop at most {late} ms late ({queued} of it queued for a processor),"
            f" {busy} ms busy, {collected} ms collecting"
        )


def standstill(folder: Path, pid: int) -> Standstill:
    """What the program with this pid and this data folder saw of itself."""
    return Standstill(**json.loads(_file(folder, pid).read_text("utf-8")))


def _file(folder: Path, pid: int) -> Path:
    return folder / f"event-loop-{pid}.json"


class Watch:
    """Looks at the loop a hundred times per second, on the loop itself."""

    def __init__(self, folder: Path) -> None:
        self.worst = Standstill()
        self._file = _file(folder, os.getpid())

    async def keep(self) -> None:
        """Look until cancelled; what a start takes is no standstill, since nobody is there yet."""
        await asyncio.sleep(START_SECONDS)
        gc.callbacks.append(self._collecting)
        on_waiting(self._waited)
        while True:
            for _ in range(TICKS_PER_NOTE):
                await self._tick()
            # The disk may be full; the next note comes soon, and the one before stays whole.
            with contextlib.suppress(OSError):
                self._note()

    def _note(self) -> None:
        newer = self._file.with_suffix(".newer")
        newer.write_text(json.dumps(asdict(self.worst)), "utf-8")
        newer.replace(self._file)

    async def _tick(self) -> None:
        moment, busy, queued = time.monotonic(), time.thread_time(), _queued()
        await asyncio.sleep(TICK_SECONDS)
        late = time.monotonic() - moment - TICK_SECONDS
        if late > self.worst.late:
            self.worst.late, self.worst.queued = late, _queued() - queued
        self.worst.busy = max(self.worst.busy, time.thread_time() - busy)

    def _collecting(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.thread_time()
        else:
            self.worst.collected = max(self.worst.collected, time.thread_time() - self._began)

    def _waited(self, what: str) -> None:
        seen = f"{what} at {_place()}"
        if seen not in self.worst.waits:
            self.worst.waits.append(seen)


def on_waiting(tell: Callable[[str], None]) -> None:
    """Tell of every call that may wait, when it is made on an event loop."""

    def see(what: str) -> None:
        if asyncio._get_running_loop() is not None:
            tell(what)

    def seen(owner: Any, name: str) -> None:
        right = getattr(owner, name)

        def looked_at(*args: Any, **options: Any) -> Any:
            see(f"{owner.__name__}.{name}")
            return right(*args, **options)

        setattr(owner, name, looked_at)

    for moment in ("before_cursor_execute", "commit", "rollback"):
        event.listen(Engine, moment, lambda *_, moment=moment: see(f"database: {moment}"))
    event.listen(Pool, "checkout", lambda *_: see("database: checkout"))
    for owner, name in ((argon2.PasswordHasher, "hash"), (argon2.PasswordHasher, "verify")):
        seen(owner, name)
    for owner, name in ((os, "fsync"), (time, "sleep")):
        seen(owner, name)
    sys.addaudithook(lambda name, _args: see(name) if name in AUDITED else None)


def _place() -> str:
    """Where in our own code."""
    ours = [line for line in traceback.extract_stack() if line.filename.startswith(PROJECT)]
    frames = [line for line in ours if line.filename != __file__ and ".venv" not in line.filename]
    return " < ".join(f"{Path(each.filename).name}:{each.name}" for each in reversed(frames[-3:]))


def _queued() -> float:
    """How long this thread waited for a processor up to now, in seconds; 0 where nobody counts."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def _watch_when_it_serves() -> None:
    show_life = supervision.show_life

    async def show_life_and_watch() -> None:
        await asyncio.gather(show_life(), Watch(settings().data).keep())

    supervision.show_life = show_life_and_watch


if __name__ == "__main__":
    # Only here: it leaves no garbage to be collected while it starts.
    from plekberaad_app.__main__ import main

    _watch_when_it_serves()
    main()
