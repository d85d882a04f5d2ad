"""Passwords: what we ask of them and how they are kept (OWASP ASVS 5.0 V6)."""

import unicodedata
from threading import BoundedSemaphore

import argon2

from plekberaad_app.domain.errors import BadInput

LEAST = 8
MOST = 200

# One hash takes 64 MiB and a tenth of a second: more than two at once would starve the room.
_turns = BoundedSemaphore(2)
_hasher = argon2.PasswordHasher()


def hashed(password: str) -> str:
    """The password as it is stored. Raises BadInput: password_too_short, password_too_long."""
    plain = _read(password)
    if len(plain) < LEAST:
        raise BadInput("password_too_short", least=LEAST)
    with _turns:
        return _hasher.hash(plain)


def is_right(stored: str, password: str) -> bool:
    """Whether this is the password; with an empty `stored` it takes as long and is never right."""
    plain = _read(password)
    with _turns:
        try:
            return _hasher.verify(stored or _nobody(), plain) and bool(stored)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def _read(password: str) -> str:
    # Before normalising, which is slow on very long texts.
    if len(password) > MOST:
        raise BadInput("password_too_long", most=MOST)
    return unicodedata.normalize("NFKC", password)


_nobodys: list[str] = []


def _nobody() -> str:
    if not _nobodys:
        _nobodys.append(_hasher.hash(""))
    return _nobodys[0]
