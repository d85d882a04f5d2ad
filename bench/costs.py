"""What one change, one screen and one message cost: read from the results of a bench."""

from dataclasses import dataclass
from pathlib import Path

from bench.cases import ServerName
from bench.figures import Figures, together
from bench.runs import Results

RESULTS = Path(__file__).parent / "results"
NEEDED: dict[str, ServerName] = {
    "one-process": "hosted",
    "spread": "hosted",
    "messages": "hosted",
    "phases": "plekberaad",
    "joining": "plekberaad",
}
SPREAD_OVER = 3


class NotMeasured(Exception):
    """The results lack a case; its name."""


@dataclass(frozen=True)
class Costs:
    """Processor seconds, bytes, and kilobytes of memory; a room has sixty phones.

    `light`: an idea, stored and shown at one process. `publish`: what each further process that
    shows the room adds. `heavy`: a change that every screen draws anew. `hear`: a message between
    processes. `postgresql`, `redis`, `redis_listener`: theirs, per change.
    """

    light: float
    publish: float
    heavy: float
    join: float
    hear: float
    postgresql: float
    redis: float
    redis_listener: float
    bytes: float
    client: float
    base: float

    def told(self) -> str:
        """As a table, in units that people read."""
        rows = {
            "an idea: stored, and shown on 61 screens at one process": f"{self.light * 1e3:.1f} ms",
            "each further process that shows the room": f"{self.publish * 1e3:.1f} ms",
            "*Volgende*: all 61 screens anew": f"{self.heavy * 1e3:.1f} ms",
            "a phone that checks in and connects": f"{self.join * 1e3:.1f} ms",
            "PostgreSQL, per idea": f"{self.postgresql * 1e3:.2f} ms",
            "Redis, per message and per process that hears it": (
                f"{self.redis * 1e6:.1f} + {self.redis_listener * 1e6:.1f} µs"
            ),
            "a process that hears a message": f"{self.hear * 1e6:.0f} µs",
            "bytes of a delivery": f"{self.bytes:.0f}",
            "memory: a process, and each screen": (
                f"{self.base / 1e3:.0f} MB + {self.client:.0f} kB"
            ),
        }
        lines = [f"| {name} | {value} |" for name, value in rows.items()]
        return "\n".join(["| measured | cost |", "|---|---|", *lines])


def read_costs(folder: Path | None = None) -> Costs:
    """From the results in a folder, or the newest that has all; raises NotMeasured."""
    found = _figures(folder or _newest())
    one, spread, messages = found["one-process"], found["spread"], found["messages"]
    extra = SPREAD_OVER - 1
    return Costs(
        light=one["programs_per_idea"] / 1e3,
        publish=max(spread["programs_per_idea"] - one["programs_per_idea"], 0) / extra / 1e3,
        heavy=found["phases"]["cpu_per_press"] / 1e3,
        join=found["joining"]["cpu_per_join"] / 1e3,
        hear=messages["hear_us"] / 1e6,
        postgresql=one["postgresql_per_idea"] / 1e3,
        redis=messages["redis_us"] / 1e6,
        redis_listener=messages["redis_per_listener_us"] / 1e6,
        bytes=one["bytes"],
        client=found["joining"]["memory"],
        base=one["memory_base"],
    )


def _newest() -> Path:
    folders = sorted(path for path in RESULTS.glob("20*") if path.is_dir())
    return folders[-1] if folders else RESULTS


def _figures(folder: Path) -> dict[str, Figures]:
    results, found = Results(folder), {}
    for case, server in NEEDED.items():
        runs = results.of(case, server)
        if not runs:
            raise NotMeasured(f"{case} in {folder}: `make bench` measures it")
        found[case] = together([run.figures for run in runs])
    return found
