"""The only two cookies: the facilitator's login, and whose phone this is."""

from http.cookies import CookieError, SimpleCookie

from starlette.responses import Response

from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import is_https, participant_cookie

DAY = 24 * 3600
# An evening lasts for hours; names and keys are deleted 24 hours after closing.
PARTICIPANT_SECONDS = 2 * DAY
LOGIN_SECONDS = int(logins.LOGIN.total_seconds())


def keep_login(response: Response, token: str) -> None:
    """Log this browser in as a facilitator."""
    _keep(response, logins.cookie(), token, LOGIN_SECONDS)


def forget_login(response: Response) -> None:
    """Log this browser out."""
    response.delete_cookie(
        logins.cookie(), path="/", httponly=True, samesite="lax", secure=is_https()
    )


def keep_key(response: Response, code: str, key: str) -> None:
    """Let this browser be a participant's phone in the room with this code."""
    _keep(response, participant_cookie(code), key, PARTICIPANT_SECONDS)


def forget_key(response: Response, code: str) -> None:
    """This browser is no longer a participant's phone in the room with this code."""
    response.delete_cookie(
        participant_cookie(code), path="/", httponly=True, samesite="lax", secure=is_https()
    )


def key_header(code: str, key: str) -> bytes:
    """The value of the Set-Cookie header that `keep_key` sends."""
    response = Response()
    keep_key(response, code, key)
    return response.headers["set-cookie"].encode("latin-1")


def key_in(header: str, code: str) -> str:
    """A participant's key in a Cookie header, or ''."""
    return _value(header, participant_cookie(code))


def login_in(header: str) -> str:
    """A facilitator's token in a Cookie header, or ''."""
    return _value(header, logins.cookie())


def _value(header: str, name: str) -> str:
    try:
        cookie = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _keep(response: Response, name: str, value: str, seconds: int) -> None:
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=is_https(),
    )
