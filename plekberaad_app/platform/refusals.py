"""What was refused, kept in the log for who watches: which rule, and who tried.

Never what somebody typed. An address is told by a tag under our secret that is another each day:
so one can see that it was the same one, and not which. docs/operating.md says what to look for.
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
    """What kind of rule said no."""

    LOGIN = "login"
    RIGHT = "right"
    INPUT = "input"
    PACE = "pace"
    CODE = "code"
    EVENT = "event"
    SOCKET = "socket"
    REQUEST = "request"


# Of what a use case refuses: who gets in, what is not theirs, and what no screen of ours sends.
# All the rest is the course of an evening.
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
# Of each kind and address: who floods us must not fill the disk as well.
_pace = Pace(burst=20, per_second=0.1)
_left_out: Counter[str] = Counter()


def asks_from(address: str, handler: str = "") -> None:
    """From now on, in this request or event, this address asks for this (a name in our code)."""
    _address.set(address)
    _handler.set(handler)
    _who.set("")


def asks_as(facilitator_id: str) -> None:
    """From now on, in this use case, it is this facilitator who asks."""
    _who.set(facilitator_id)


def refused(kind: Refused, code: str) -> None:
    """Count a refusal, and keep it with what is known of who asked for what."""
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
    """Keep what a use case refused, if somebody who watches should know."""
    kind = WATCHED.get(refusal.code)
    if kind is None:
        return
    if refusal.code == "login_wrong":
        asks_as(_as_whom(arguments[0]))
    if not _handler.get():
        _handler.set(use_case)
    refused(kind, refusal.code)


def _as_whom(name: str) -> str:
    """The id of who has this name, so that what was typed need not be kept."""
    with reading() as db:
        facilitator = accounts.facilitator_named(db, login_name(name))
    return facilitator.id if facilitator else ""


def _leave_out(key: str) -> None:
    if key in _left_out or len(_left_out) < MAX_BUCKETS:
        _left_out[key] += 1


def _tag(address: str) -> str:
    today = datetime.now(UTC).date().isoformat()
    return signature("address", today, address).hex()[:TAG_LETTERS] if address else NOBODY
