"""Who comes to the demonstration and what they have in mind, read from the files beside this."""

import csv
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent
IDEAS = _FOLDER / "ideas_nl.txt"


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody who comes; `kind` and `habit` as at check-in, a challenge only for some."""

    name: str
    kind: str
    habit: str
    has_phone: bool
    challenge: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """A next step, ready to be recorded."""

    what: str
    who: str
    when: str


def characters() -> list[Character]:
    """Everyone who comes, in order of arrival."""
    return [
        Character(row["name"], row["kind"], row["habit"], row["phone"] == "yes", row["challenge"])
        for row in _rows("people_nl.csv")
    ]


def resolutions() -> list[Resolution]:
    """What owners decide to do."""
    return [Resolution(**row) for row in _rows("next_steps_nl.csv")]


def ideas() -> list[str]:
    """What people write in the ideas phase."""
    return IDEAS.read_text("utf-8").splitlines()


def answers() -> list[str]:
    """What people say when an owner asks for clarification."""
    return (_FOLDER / "answers_nl.txt").read_text("utf-8").splitlines()


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
