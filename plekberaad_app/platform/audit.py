"""The audit log: what facilitators did, so that a library can account for it; never what was
said."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from inspect import signature
from typing import Any, TypeVar

from plekberaad_app.platform.database import audit_entries
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.database.tables import AuditEntryRow
from plekberaad_app.platform.permissions import Facilitator

UseCase = TypeVar("UseCase", bound=Callable[..., Any])


def audited(*about: str) -> Callable[[UseCase], UseCase]:
    """Write this use case of a facilitator to the audit log, in its own transaction and under its
    name.

    `about` names the arguments that say what it was about: numbers, commands, ids and switches,
    never a text that somebody typed. What is refused is not written down.
    """

    def mark(use_case: UseCase) -> UseCase:
        named = signature(use_case)

        @wraps(use_case)
        def witnessed(*args: Any, **options: Any) -> Any:
            given = named.bind(*args, **options)
            given.apply_defaults()
            with audit_entries.witnessed(_entry(use_case.__name__, given.arguments, about)):
                return use_case(*args, **options)

        return witnessed  # pyright: ignore[reportReturnType]

    return mark


def note(
    facilitator: Facilitator, live_session_id: str, what: str, about: str, now: datetime
) -> None:
    """Write down something that changes nothing, such as downloading a file."""
    if facilitator.id:
        with transaction() as db:
            audit_entries.add(db, _row(facilitator, live_session_id, what, about, now))


def _entry(what: str, arguments: dict[str, Any], about: tuple[str, ...]) -> AuditEntryRow | None:
    facilitator: Facilitator = arguments["facilitator"]
    # Whoever runs the program from its command line is not a facilitator of any library.
    if not facilitator.id:
        return None
    told = " ".join(f"{name}={_value(arguments, name)}" for name in about)
    now = arguments.get("now") or datetime.now(UTC)
    return _row(facilitator, arguments.get("live_session_id", ""), what, told, now)


def _value(arguments: dict[str, Any], name: str) -> Any:
    """An argument, or one of its fields (`request.name`)."""
    argument, _, attribute = name.partition(".")
    return getattr(arguments[argument], attribute) if attribute else arguments[argument]


def _row(
    facilitator: Facilitator, live_session_id: str, what: str, about: str, now: datetime
) -> AuditEntryRow:
    return AuditEntryRow(
        library_id=facilitator.library_id,
        facilitator_id=facilitator.id,
        live_session_id=live_session_id,
        what=what,
        about=about,
        done_at=now,
    )
