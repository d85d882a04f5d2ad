"""Structured logs that cannot contain what people wrote: only names that occur in the code.

Frameworks log whole events, and tracebacks with values (Reflex does so in f-strings, so that the
values cannot be told from the message). Of their records we keep where they came from, not what
they say; of an exception its type and its frames, not its message.
"""

import logging
import re
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any
from uuid import UUID

import structlog

from plekberaad_app.platform.metrics import ErrorCount
from plekberaad_app.platform.settings import Settings

# Loggers whose messages contain nobody's input.
TRUSTED = ("plekberaad_app", "alembic")
# Keys whose text may be logged: our own codes and names, never something a person typed.
SAFE_KEYS = frozenset(
    {"event", "level", "logger", "timestamp", "code", "kind", "step", "phase", "audience"}
    | {"handler", "who", "address", "live_session", "error", "frames", "where", "topic", "process"}
)
# Errors whose message is about our code, never about what came in.
ABOUT_CODE = (ImportError, SyntaxError)
FRAMES = 12
MAX_A_MINUTE = 60
LONGEST = 2000
# Some libraries put a whole traceback in their message, as text.
_QUOTED_FRAME = re.compile(r'File "[^"\n]*?([\w.]+)", line (\d+), in ([\w<>]+)')

Record = MutableMapping[str, Any]


def configure(settings: Settings) -> None:
    """From now on everything that is logged, by us or by a library, passes through here."""
    shared = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        redact,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(shared, settings))
    handler.addFilter(Seldom())
    root = logging.getLogger()
    root.handlers = [handler, ErrorCount()]
    # Of libraries only what is wrong: their progress is of no interest here.
    root.setLevel(logging.DEBUG if settings.log_level == "debug" else logging.WARNING)
    logging.getLogger("plekberaad_app").setLevel(settings.log_level.upper())
    logging.captureWarnings(True)
    _catch_the_uncaught()


class Seldom:
    """Limits how often a minute a library's message from one place is logged; `/metrics` counts
    all.

    Otherwise anybody who keeps sending nonsense would fill the disk.
    """

    def __init__(self, most: int = MAX_A_MINUTE) -> None:
        self._most = most
        self._said: Counter[tuple[str, int]] = Counter()
        self._minute = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Part of logging: whether this record is written."""
        if record.name.split(".")[0] in TRUSTED:
            return True
        if (minute := int(record.created // 60)) != self._minute:
            self._minute, self._said = minute, Counter()
        self._said[record.pathname, record.lineno] += 1
        return self._said[record.pathname, record.lineno] <= self._most


def take_over() -> None:
    """Remove the handlers that libraries gave their own loggers, as Socket.IO does."""
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.propagate = True


def _formatter(shared: list[Any], settings: Settings) -> logging.Formatter:
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[keep_place_only, *shared],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        # `redact` took the exception out of the record; it must not be rendered again.
        keep_exc_info=False,
        keep_stack_info=False,
        use_get_message=True,
    )


def keep_place_only(_logger: Any, _method: str, record: Record) -> Record:
    """Of a library's record, keep which line of code logged it, and the frames of its exception."""
    source: logging.LogRecord = record["_record"]
    if source.name.split(".")[0] not in TRUSTED:
        record["where"] = f"{source.module}:{source.lineno}"
        if quoted := _QUOTED_FRAME.findall(record["event"])[-FRAMES:]:
            record["frames"] = " < ".join(
                f"{file}:{line} {name}" for file, line, name in quoted[::-1]
            )
        record["event"] = "library_message"
    return record


def redact(_logger: Any, _method: str, record: Record) -> Record:
    """Replace every text that is not known to be safe by its length; see SAFE_KEYS.

    What remains is on one line, whatever came in: nobody can forge a line.
    """
    describe_exception(record)
    for key, value in list(record.items()):
        if not key.startswith("_"):
            record[key] = _one_line(value) if key in SAFE_KEYS else _without_words(value)
    return record


def describe_exception(record: Record) -> None:
    """Turn `exc_info` into a type and frames: its message may quote what somebody wrote."""
    exc_info = record.pop("exc_info", None)
    if isinstance(exc_info, BaseException):
        exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
    elif exc_info is True:
        exc_info = sys.exc_info()
    if exc_info and exc_info[0] is not None:
        record["error"] = exc_info[0].__qualname__
        if issubclass(exc_info[0], ABOUT_CODE):
            record["error"] += f": {exc_info[1]}"
        record["frames"] = _frames(exc_info[2])


def _frames(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)[-FRAMES:]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(frames))


def _one_line(value: Any) -> Any:
    if not isinstance(value, str):
        return _without_words(value)
    shown = "".join(sign if sign.isprintable() else " " for sign in value)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"


def _without_words(value: Any) -> Any:
    if isinstance(value, (int, float, UUID, type(None))):
        return value
    size = len(value) if isinstance(value, (str, bytes, Mapping, list, tuple, set)) else 1
    return f"<{type(value).__name__} {size}>"


def _catch_the_uncaught() -> None:
    """An uncaught exception would print its message too; this prevents it."""

    def log(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        structlog.get_logger(__name__).critical("crashed", exc_info=(kind, error, trace))

    sys.excepthook = log
    threading.excepthook = lambda args: log(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
