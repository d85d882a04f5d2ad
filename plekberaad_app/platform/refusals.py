"""What was refused, logged for whoever monitors the program: which rule, and who tried.

Never what somebody typed. An address is logged as a tag, made with our secret and different each
day: it shows whether it was the same address, but not which one. docs/operating.md says what to
look for.
"""

from collections import Counter
from collections.abc import Sequence
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import structlog

from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.name_rules import login_name
from plekberaad_app.platform import metrics
from plekberaad_app.platform.database import accounts
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.pacing import MAX_BUCKETS, Pace
from plekberaad_app.platform.tokens import signature


class Refused(StrEnum):
    """What kind of rule refused."""

    LOGIN = "login"
    RIGHT = "right"
    INPUT = "input"
    PACE = "pace"
    CODE = "code"
    EVENT = "event"
    SOCKET = "socket"
    REQUEST = "request"


# Refusals by use cases that matter: logging in, reaching for what is not theirs, and input that
# none of our screens sends. All others are a normal part of an evening.
WATCHED = {
    "login_wrong": Refused.LOGIN,
    "password_wrong": Refused.LOGIN,
    "code_wrong": Refused.LOGIN,
    "pin_wrong": Refused.LOGIN,
    "pin_void": Refused.LOGIN,
    "invitation_unknown": Refused.LOGIN,
    "not_logged_in": Refused.RIGHT,
    "not_your_library": Refused.RIGHT,
    "act_unknown": Refused.INPUT,
    "bad_input": Refused.INPUT,
}
NOBODY = "unknown"
TAG_LETTERS = 12

_address: ContextVar[str] = ContextVar("address", default="")
_handler: ContextVar[str] = ContextVar("handler", default="")
_who: ContextVar[str] = ContextVar("who", default="")
# Per kind and address: a flood must not fill the disk as well.
_pace = Pace(burst=20, per_second=0.1)
_left_out: Counter[str] = Counter()


def asks_from(address: str, handler: str = "") -> None:
    """From now on, in this request or event, this address is asking for this (a name in our
    code)."""
    _address.set(address)
    _handler.set(handler)
    _who.set("")


def asks_as(facilitator_id: str) -> None:
    """From now on, in this use case, this facilitator is asking."""
    _who.set(facilitator_id)


def refused(kind: Refused, code: str) -> None:
    """Count a refusal, and log it with what is known about the request."""
    metrics.REFUSED.labels(kind.value).inc()
    address = _tag(_address.get())
    key = f"{kind.value} {address}"
    if not _pace.allows(key):
        _leave_out(key)
        return
    log = structlog.stdlib.get_logger(__name__)
    log.info(
        "refused",
        kind=kind.value,
        code=code,
        handler=_handler.get() or NOBODY,
        who=_who.get() or NOBODY,
        address=address,
        left_out=_left_out.pop(key, 0),
    )


def note(use_case: str, refusal: DomainError, arguments: Sequence[Any]) -> None:
    """Log what a use case refused, if it matters to whoever monitors the program."""
    kind = WATCHED.get(refusal.code)
    if kind is None:
        return
    if refusal.code == "login_wrong":
        asks_as(_as_whom(arguments[0]))
    if not _handler.get():
        _handler.set(use_case)
    refused(kind, refusal.code)


def _as_whom(name: str) -> str:
    """The id of the facilitator with this name, so that what was typed need not be kept."""
    with reading() as db:
        facilitator = accounts.facilitator_named(db, login_name(name))
    return facilitator.id if facilitator else ""


def _leave_out(key: str) -> None:
    if key in _left_out or len(_left_out) < MAX_BUCKETS:
        _left_out[key] += 1


def _tag(address: str) -> str:
    today = datetime.now(UTC).date().isoformat()
    return signature("address", today, address).hex()[:TAG_LETTERS] if address else NOBODY
