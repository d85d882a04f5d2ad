"""The key under which we write for somebody who cannot: a person without a phone, or a table."""

import hmac

from plekberaad_app.settings import settings


def proxy_key(stand_for: str) -> str:
    """A key of our own making; only this program can make it again."""
    return hmac.new(settings().key, stand_for.encode(), "sha256").hexdigest()
