"""The key under which we write for somebody who cannot: a person without a phone, or a table."""

from plekberaad_app.platform.tokens import signature


def proxy_key(stand_for: str) -> str:
    """A key that only this program can derive."""
    return signature("proxy", stand_for).hex()
