"""How a database may fail, for code that need not know its library."""

from sqlalchemy.exc import (
    InterfaceError,
    InternalError,
    OperationalError,
    SQLAlchemyError,
    TimeoutError,
)

AWAY = (InterfaceError, InternalError, OperationalError, TimeoutError)
"""It is gone, full, locked or busy: the same call may well succeed later."""

FAILED = SQLAlchemyError
"""Any of its errors, for callers that only want to know whether the database answers."""


class NameTaken(Exception):
    """Somebody else logs in under this name."""
