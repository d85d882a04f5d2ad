"""What can be counted and measured from outside: never a word, a name, a code or an address."""

import logging
from collections.abc import Callable, Mapping

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

OURS = "plekberaad_app."
SECONDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)

# The moment a metric was created is not worth a line of its own.
disable_created_metrics()
REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

PUBLISH = Histogram(
    "plekberaad_publish_seconds",
    "From a room that wakes to all its screens written to.",
    buckets=SECONDS,
    registry=REGISTRY,
)
COMMIT = Histogram(
    "plekberaad_commit_seconds",
    "How long the database takes to keep a transaction.",
    buckets=SECONDS,
    registry=REGISTRY,
)
WRITERS = Gauge(
    "plekberaad_writers", "Transactions that wait for their turn or have it.", registry=REGISTRY
)
ERRORS = Counter(
    "plekberaad_errors", "Warnings and errors in the log.", ["level", "part"], registry=REGISTRY
)
REFUSED = Counter(
    "plekberaad_refused", "What was refused, by the kind of rule.", ["kind"], registry=REGISTRY
)
HOUSE = {
    "sockets": Gauge("plekberaad_sockets", "Open sockets.", registry=REGISTRY),
    "screens": Gauge("plekberaad_screens", "Screens that watch a room.", registry=REGISTRY),
    "tasks": Gauge("plekberaad_tasks", "Tasks of the event loop.", registry=REGISTRY),
    "rooms": Gauge("plekberaad_rooms", "Rooms with a screen here.", registry=REGISTRY),
}


def watch(counts: Callable[[], Mapping[str, int]]) -> None:
    """From now on, get sockets, screens, tasks and rooms from here whenever somebody asks."""
    for name, gauge in HOUSE.items():
        gauge.set_function(lambda name=name: counts()[name])


def written() -> bytes:
    """All metrics, in the text format of Prometheus."""
    return generate_latest(REGISTRY)


class ErrorCount(logging.Handler):
    """Counts what is logged as a warning or worse, by the part of the program that logged it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        """Count it; its content is not looked at."""
        is_ours = record.name.startswith(OURS)
        part = record.name.removeprefix(OURS) if is_ours else record.name.split(".")[0]
        ERRORS.labels(record.levelname.lower(), part).inc()
