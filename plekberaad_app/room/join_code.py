"""A join code that no evening has yet."""

from random import SystemRandom

from plekberaad_app.core import join_codes
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import Transaction


def free_code(db: Transaction) -> str:
    """A new one; that of a deleted evening stays taken for as long as it can be restored."""
    rng = SystemRandom()
    while live_sessions.is_taken(db, code := join_codes.new_code(rng)):
        pass
    return code
