"""Keys and tags: how somebody stays the author of their notes without being named anywhere."""

import hashlib
import hmac
from functools import lru_cache

from plekberaad_app.settings import settings


def key_hash(key: str) -> str:
    """What the database keeps of a secret key or token."""
    return hashlib.sha256(key.encode()).hexdigest()


@lru_cache(maxsize=4096)
def author_tag(key: str, step_id: str) -> str:
    """The tag under which the owner of `key` contributes to a step.

    Only who holds the key can make it again, so a stored contribution leads to no person.
    """
    return hashlib.sha256(f"{key}/{step_id}".encode()).hexdigest()[:32]


def proxy_key(stand_for: str) -> str:
    """A key of our own making for somebody who has no phone, or for a table."""
    return hmac.new(settings().key, stand_for.encode(), hashlib.sha256).hexdigest()
