"""The names of our cookies: behind https, names that no other site can set."""

from plekberaad_app.platform.settings import settings

# A browser accepts these names only from an https page of this very host.
_HOST_ONLY = "__Host-"


def cookie_name(plain: str) -> str:
    """The name under which a cookie is sent; in a room without https it is the plain one."""
    return f"{_HOST_ONLY}{plain}" if is_https() else plain


def participant_cookie(code: str) -> str:
    """The name of the cookie with a participant's key for the room with this (normalised) code."""
    return cookie_name(f"plekberaad_{code}")


def is_https() -> bool:
    """Whether browsers reach us over https."""
    public_url = settings().public_url
    return public_url is not None and public_url.scheme == "https"
