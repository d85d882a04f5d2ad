"""Secrets that a browser carries, and ids and signatures of our making."""

import hmac
import secrets

from plekberaad_app.settings import settings

TOKEN_BYTES = 32


def new_token() -> str:
    """A fresh secret of 256 bits, safe in a cookie and in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_id() -> str:
    """An id for a row: unique, not secret."""
    return secrets.token_hex(12)


def signature(*parts: str) -> bytes:
    """What only this program can compute from these parts: HMAC-SHA256 with the setting `key`."""
    message = "\0".join(parts).encode()
    return hmac.digest(settings().key, message, "sha256")
