"""Keys and tags: how somebody stays the author of their notes without being named anywhere."""

import hashlib
from functools import lru_cache

AUTHOR_LENGTH = 32


def key_hash(key: str) -> str:
    """What the database keeps of a secret key or token."""
    return hashlib.sha256(key.encode()).hexdigest()


@lru_cache(maxsize=4096)
def author_tag(key: str, step_id: str) -> str:
    """The tag under which the owner of `key` contributes to a step.

    Only who holds the key can make it again, so a stored contribution leads to no person.
    """
    return hashlib.sha256(f"{key}/{step_id}".encode()).hexdigest()[:AUTHOR_LENGTH]
