"""What a database may answer instead of what was asked, for who need not know the library."""

from sqlalchemy.exc import InterfaceError, InternalError, OperationalError, TimeoutError

AWAY = (InterfaceError, InternalError, OperationalError, TimeoutError)
"""It is gone, full, locked or busy: the same call may well succeed later."""
