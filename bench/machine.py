"""On which machine it was measured, and how busy that was."""

import os
import platform
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.store import Store

COMMITS = 200


def facts() -> dict[str, str]:
    """What a reader must know to compare: processor, memory, system, Python, disk."""
    return {
        "cores": str(os.cpu_count()),
        "processor": _from("/proc/cpuinfo", "model name"),
        "memory": _from("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "commit": f"{commit_milliseconds():.2f} ms",
    }


def load_average() -> float:
    """How many wanted to run, on average over the last minute."""
    return os.getloadavg()[0]


def commit_milliseconds() -> float:
    """How long this disk takes to keep an idea (SQLite, WAL, synchronous=FULL); the median."""
    with tempfile.TemporaryDirectory() as folder:
        store, took = Store(Path(folder) / "commits.db"), []
        for number in range(COMMITS):
            began = perf_counter()
            store.add("1", str(number), "a" * 100)
            took.append(perf_counter() - began)
    return median(took) * 1000


def _from(path: str, name: str) -> str:
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "?")
