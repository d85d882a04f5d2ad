"""Keys and tags: how people stay the authors of their notes without being named anywhere."""

import hashlib
from functools import lru_cache

AUTHOR_LENGTH = 32


def key_hash(key: str) -> str:
    """What the database stores of a secret key or token."""
    return hashlib.sha256(key.encode()).hexdigest()


@lru_cache(maxsize=4096)
def author_tag(key: str, step_id: str) -> str:
    """The tag under which the owner of `key` contributes to a step.

    Only the holder of the key can compute it, so a stored contribution leads to no person.
    """
    return hashlib.sha256(f"{key}/{step_id}".encode()).hexdigest()[:AUTHOR_LENGTH]


def contact_tag(key: str, step_id: str) -> str:
    """The tag under which the owner of `key` leaves how to reach them after a step.

    It is another one than that of what they wrote there, so that neither leads to the other.
    """
    return author_tag(key, f"contact after {step_id}")
