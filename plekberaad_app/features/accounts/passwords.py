"""Passwords: what we require of them and how they are stored (OWASP ASVS 5.0 V6)."""

import unicodedata
from threading import BoundedSemaphore

import argon2

from plekberaad_app.core.errors import BadInput
from plekberaad_app.features.accounts.easy_passwords import is_easy

# What NIST SP 800-63B-4 requires of a password on its own; ASVS requires 8.
LEAST = 15
MOST = 200

# One hash takes 64 MiB and a tenth of a second: more than two at once would starve the room.
_turns = BoundedSemaphore(2)
_hasher = argon2.PasswordHasher()


def chosen(password: str, *about: str) -> str:
    """A new password as it is stored; `about` are words related to it: a name, a library.

    Raises BadInput: password_too_short, password_too_long, password_easy.
    """
    plain = _read(password)
    if len(plain) < LEAST:
        raise BadInput("password_too_short", least=LEAST)
    if is_easy(plain, *about):
        raise BadInput("password_easy")
    return hashed(plain)


def hashed(secret: str) -> str:
    """Something that somebody typed, as it is stored; raises BadInput('password_too_long')."""
    plain = _read(secret)
    with _turns:
        return _hasher.hash(plain)


def is_right(stored: str, password: str) -> bool:
    """Whether this is the password; with an empty `stored` it takes as long, and never is."""
    plain = _read(password)
    with _turns:
        try:
            return _hasher.verify(stored or _nobody(), plain) and bool(stored)
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False


def _read(password: str) -> str:
    # Before normalising, which is slow for very long texts.
    if len(password) > MOST:
        raise BadInput("password_too_long", most=MOST)
    return unicodedata.normalize("NFKC", password)


_nobodys: list[str] = []


def _nobody() -> str:
    if not _nobodys:
        _nobodys.append(_hasher.hash(""))
    return _nobodys[0]
