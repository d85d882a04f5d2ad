"""How a command reaches the evenings: directly or, if a running program must do it, through
that."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from plekberaad_app.core.errors import DomainError
from plekberaad_app.ops.commands.terminal import prepare, stop
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.settings import Settings

TIMEOUT_SECONDS = 10


@contextmanager
def opened() -> Iterator[Settings]:
    """The database of the settings, opened; a refusal inside ends the command with its sentence."""
    from plekberaad_app.ops import migrating
    from plekberaad_app.platform.database.engine import open_database

    used = prepare()
    if not migrating.is_current(used.database):
        stop(text("cli.database.not_current"))
    database = open_database(used.database)
    try:
        yield used
    except DomainError as refusal:
        stop(text(f"error.{refusal.code}", "nl", **refusal.values), code=1)
    finally:
        database.dispose()


def do(act: str, **values: str) -> str:
    """Perform an operator's act and return its result."""
    from plekberaad_app.features import discovery
    from plekberaad_app.platform.database.sole import is_in_use, sqlite_file

    used = prepare()
    # A SQLite file takes one writer (platform/database/engine.py), PostgreSQL many.
    is_shared = sqlite_file(used.database) is not None and is_in_use(used.database)
    with opened():
        return (
            _by_the_program(used, act, values)
            if is_shared
            else discovery.operations()[act](**values)
        )


def _by_the_program(used: Settings, act: str, values: dict[str, str]) -> str:
    from plekberaad_app.platform.tokens import operator_key

    request = urllib.request.Request(
        f"http://127.0.0.1:{used.port}/beheer/{act}",
        data=json.dumps(values).encode(),
        headers={"Authorization": f"Bearer {operator_key()}"},
    )
    answer = _answer(request)
    if "refused" in answer:
        raise DomainError(answer["refused"], **answer["values"])
    return answer["result"]


def _answer(request: urllib.request.Request) -> dict[str, Any]:
    """The program's answer; another program on that port, or another secret, does not count."""
    answer = None
    with suppress(OSError, ValueError):
        answer = json.loads(_asked(request))
    if not isinstance(answer, dict):
        stop(text("cli.program_elsewhere"), code=1)
    return answer


def _asked(request: urllib.request.Request) -> bytes:
    try:
        # Our own address, always http.
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # nosec B310
            return answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.read()
