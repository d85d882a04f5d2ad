"""How much processor time a process used; Linux tells it in /proc, elsewhere nothing is known."""

import os
import resource
from pathlib import Path


def seconds_of(pid: int) -> float:
    """User and system time of a process with all its threads, in seconds; NaN where unknown."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def own_seconds() -> float:
    """User and system time of this process, in seconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
