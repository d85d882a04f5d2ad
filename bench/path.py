"""`python -m bench.path`: the way of an idea, and of *Volgende*, through the program.

It traces what the use case calls and what the publisher then does for a phone, a projector and a
tablet of one room: how many of our files are entered, how often a call leads from one folder into
another, and how many calls there are. Few of each is a short way to read. There are no sockets.
"""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from sqlmodel import SQLModel

import plekberaad_app
import plekberaad_app.platform.database.tables
from plekberaad_app.platform.database.engine import open_database
from tests.live.watching import Live
from tests.rooms import Room, room_in_ideas
from tests.settings import overridden

PACKAGE = Path(plekberaad_app.__file__).parent
# The publisher has sent all when it has been silent for so long.
SETTLED_SECONDS = 0.3


@dataclass
class Way:
    """What was entered between two moments, and by how many steps from folder to folder."""

    files: set[str] = field(default_factory=set)
    crossings: int = 0
    calls: int = 0

    def __str__(self) -> str:
        return f"{len(self.files)} files, {self.crossings} crossings, {self.calls} calls"

    def enter(self, frame: FrameType, event: str, _given: Any) -> None:
        """Count a call of a function of ours; what `sys.setprofile` wants."""
        if event == "call" and (file := ours(frame)):
            self.calls += 1
            self.files.add(file)
            self.crossings += folder(file) != folder(_caller(frame) or file)


def ours(frame: FrameType) -> str:
    """The file of a function of the program, or '' for anything else."""
    file = frame.f_code.co_filename
    return file if file.startswith(f"{PACKAGE}/") else ""


def folder(file: str) -> str:
    """Where a file stands."""
    return str(Path(file).parent)


def _caller(frame: FrameType) -> str:
    """The file of the nearest function of ours from which this one was called, or ''."""
    above = frame.f_back
    while above is not None:
        if file := ours(above):
            return file
        above = above.f_back
    return ""


@contextmanager
def tracing() -> Iterator[Way]:
    """The way of all that this thread does meanwhile."""
    way = Way()
    sys.setprofile(way.enter)
    try:
        yield way
    finally:
        sys.setprofile(None)


async def way_of(use_case: Callable[[], None]) -> Way:
    """The way of a use case and of what the publishers of this process then do."""
    with tracing() as way:
        use_case()
        await asyncio.sleep(SETTLED_SECONDS)
    return way


async def ways(room: Room) -> dict[str, Way]:
    """Both ways, in a room that has begun to write."""
    live, thinker = Live(room), room.thinkers[0]
    await live.open("phone", "phone", thinker)
    await live.open("projector", "projector")
    await live.open("tablet", "tablet")
    # What is worked out once for all has been.
    room.act(thinker, "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    return {
        "an idea": await way_of(
            lambda: room.act(thinker, "add_idea", id="idee-0002", text="Een boom")
        ),
        "Volgende": await way_of(lambda: room.steer("next")),
    }


def main() -> None:
    """Say how far both go."""
    with TemporaryDirectory() as folder, overridden(data=Path(folder), secret="s" * 32):
        database = open_database(f"sqlite:///{folder}/plekberaad.db")
        SQLModel.metadata.create_all(database.writer)
        for name, way in asyncio.run(ways(room_in_ideas())).items():
            print(f"{name}: {way}")
        database.dispose()


if __name__ == "__main__":
    main()
