"""What the doctor and the health page say, as it is: a dated page in `bench/results`."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.faults.tally import RESULTS
from tests.setup.program import command

HEAD = """# What the doctor says, {day}

By `make test-faults` (`tests/faults/test_doctor.py`): `plekberaad doctor` in good and in broken
conditions, as it printed it, with the code it ended with; and `GET /gezond` where the program ran.
"""


@dataclass
class Seen:
    """All that was seen in this run, by condition."""

    parts: list[str] = field(default_factory=list)

    def doctor(self, condition: str, **settings: str) -> tuple[int, str]:
        """Ask the doctor; the code it ended with and what it printed."""
        ended = command("doctor", **settings)
        said = "\n".join(line.rstrip() for line in ended.stdout.splitlines())
        self.parts.append(
            f"## {condition}\n\n```\n$ plekberaad doctor\n{said}\n```\n"
            f"Ended with {ended.returncode}.\n"
        )
        return ended.returncode, said

    def health(self, url: str) -> dict[str, Any]:
        """Ask the health page of a program that runs."""
        status, text = _got(f"{url}/gezond")
        found = json.loads(text)
        shown = json.dumps(found, ensure_ascii=False, indent=1)
        self.parts.append(f"```\n$ curl {url}/gezond\n{status}\n{shown}\n```\n")
        return found

    def write(self, folder: Path = RESULTS) -> None:
        """Write it down, in the place of what was seen earlier that day."""
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        text = "\n".join((HEAD.format(day=day), *self.parts))
        (folder / f"doctor-{day}.md").write_text(text, "utf-8")


def _got(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()
