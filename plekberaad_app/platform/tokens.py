"""Secrets that a browser carries, and the ids and signatures that we make."""

import base64
import binascii
import hmac
import re
import secrets

from plekberaad_app.platform.settings import settings

TOKEN_BYTES = 32
_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
SEAL_BYTES = 16


def new_token() -> str:
    """A fresh secret of 256 bits, safe in a cookie and in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def is_like_a_token(text: str) -> bool:
    """Whether it has the shape of what `new_token` makes; no more is known of it."""
    return _TOKEN.fullmatch(text) is not None


def new_id() -> str:
    """An id for a row: unique, not secret."""
    return secrets.token_hex(12)


def signature(*parts: str) -> bytes:
    """What only this program can compute from these parts: HMAC-SHA256 with the setting `key`."""
    return _signed(settings().key, *parts)


def operator_key() -> str:
    """What only somebody who can read our secret can show: the command line of this machine."""
    return signature("operator").hex()


def new_key(room: str) -> str:
    """A participant's key for the room with this code: 256 random bits, signed by us."""
    random_part = secrets.token_bytes(TOKEN_BYTES)
    seal = _seal(settings().key, room, random_part)
    return base64.urlsafe_b64encode(random_part + seal).decode()


def is_our_key(key: str, room: str) -> bool:
    """Whether we made this key, for this room; so nobody can choose a key that others could guess.

    A key that was made under the previous secret still counts.
    """
    try:
        raw = base64.b64decode(key, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    random_part, seal = raw[:TOKEN_BYTES], raw[TOKEN_BYTES:]
    seals = [_seal(secret, room, random_part) for secret in settings().keys]
    return any(hmac.compare_digest(seal, ours) for ours in seals)


def _seal(secret: bytes, room: str, random_part: bytes) -> bytes:
    return _signed(secret, "key", room, random_part.hex())[:SEAL_BYTES]


def _signed(secret: bytes, *parts: str) -> bytes:
    return hmac.digest(secret, "\0".join(parts).encode(), "sha256")
