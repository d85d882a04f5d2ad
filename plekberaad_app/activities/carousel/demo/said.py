"""What people in the demonstration have in mind, read from the files next to this one."""

import csv
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Resolution:
    """A next step, ready to be recorded."""

    what: str
    who: str
    when: str


def ideas() -> list[str]:
    """What people write in the ideas phase."""
    return (_FOLDER / "ideas_nl.txt").read_text("utf-8").splitlines()


def answers() -> list[str]:
    """What people say when an owner asks for clarification."""
    return (_FOLDER / "answers_nl.txt").read_text("utf-8").splitlines()


def resolutions() -> list[Resolution]:
    """What owners decide to do."""
    with (_FOLDER / "next_steps_nl.csv").open(encoding="utf-8", newline="") as file:
        return [Resolution(**row) for row in csv.DictReader(file, delimiter=";")]
