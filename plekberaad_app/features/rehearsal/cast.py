"""The people who come to the demonstration, read from the file next to this one."""

import csv
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody who comes; `kind` and `habit` as at check-in, a challenge only for some."""

    name: str
    kind: str
    habit: str
    has_phone: bool
    challenge: str


def characters() -> list[Character]:
    """Everyone who comes, in order of arrival."""
    return [
        Character(row["name"], row["kind"], row["habit"], row["phone"] == "yes", row["challenge"])
        for row in _rows("people_nl.csv")
    ]


def _rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
