"""A join code that no evening has yet."""

from random import SystemRandom

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import NotFound
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import Transaction


def free_code(db: Transaction) -> str:
    """A new one."""
    rng = SystemRandom()
    while True:
        code = join_codes.new_code(rng)
        try:
            live_sessions.by_code(db, code)
        except NotFound:
            return code
