"""A process that tidies whenever it is told to: `python -m tests.features.retention.tidier URL`.

It reads moments, a line each, and says when it is ready for the first and done with each.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO

from sqlmodel import select

from plekberaad_app.features.retention import tidying
from plekberaad_app.platform.database.engine import open_database, reading
from plekberaad_app.platform.database.tables import ParticipantRow
from plekberaad_app.platform.settings import ROOT

READY, DONE = "ready\n", "done\n"


class Tidier:
    """Such a process, as the test has it."""

    def __init__(self, orders: IO[str], answers: IO[str]) -> None:
        self._orders, self._answers = orders, answers

    def begin(self, moment: datetime) -> None:
        """Let it tidy, as of this moment."""
        self._orders.write(f"{moment.isoformat()}\n")
        self._orders.flush()

    def until_it_says(self, word: str) -> None:
        """Wait for its next word, which must be this one."""
        assert self._answers.readline() == word


@contextmanager
def tidier(url: str) -> Iterator[Tidier]:
    """A process beside this one with the database at this address, open and ready."""
    command = [sys.executable, "-m", "tests.features.retention.tidier", url]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Tidier(process.stdin, process.stdout)


def _main(url: str) -> None:
    database = open_database(url)
    with reading() as db:
        db.exec(select(ParticipantRow)).first()
    _say(READY)
    for line in sys.stdin:
        moment = datetime.fromisoformat(line.strip())
        tidying.end_untended(moment)
        tidying.forget_people(moment)
        _say(DONE)
    database.dispose()


def _say(word: str) -> None:
    sys.stdout.write(word)
    sys.stdout.flush()


if __name__ == "__main__":
    _main(sys.argv[1])
