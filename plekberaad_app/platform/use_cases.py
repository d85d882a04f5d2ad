"""How a screen or a route calls a use case: whatever goes wrong becomes a refusal with a code."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from plekberaad_app.core.errors import DomainError
from plekberaad_app.platform.database.errors import AWAY
from plekberaad_app.platform.refusals import note

log = logging.getLogger(__name__)

NOT_STORED = "not_stored"
UNEXPECTED = "unexpected"


async def execute(use_case: Callable[..., Any], *args: Any, **options: Any) -> Any:
    """Call a use case off the event loop.

    Raises DomainError and nothing else: NOT_STORED while the database is away, UNEXPECTED for
    anything unforeseen. Only the error's type is logged: its message may quote what somebody wrote.
    """
    try:
        return await asyncio.to_thread(_called, use_case, *args, **options)
    except DomainError:
        raise
    except AWAY as error:
        log.error("%s was not stored: %s", use_case.__name__, type(error).__name__)
        raise DomainError(NOT_STORED) from None
    except Exception as error:
        log.error("%s failed: %s", use_case.__name__, type(error).__name__)
        raise DomainError(UNEXPECTED) from None


def _called(use_case: Callable[..., Any], *args: Any, **options: Any) -> Any:
    try:
        return use_case(*args, **options)
    except DomainError as refusal:
        note(use_case.__name__, refusal, args)
        raise


def now() -> datetime:
    """The present moment, for the use cases."""
    return datetime.now(UTC)
