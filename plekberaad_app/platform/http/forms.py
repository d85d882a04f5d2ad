"""Reading a plain HTML form, and redirecting back with a code when a use case refuses it."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse

from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.platform import logins
from plekberaad_app.platform.refusals import Refused, refused
from plekberaad_app.platform.settings import settings

MAX_FIELDS = 12
# What was typed goes back in the address, which has to stay short.
MAX_RETURNED = 200
SEE_OTHER = 303


async def read_form(request: Request) -> Mapping[str, str]:
    """The text fields of a form; raises BadInput: bad_input, form_too_large."""
    try:
        form = await request.form(max_files=0, max_fields=MAX_FIELDS)
    except HTTPException:
        raise BadInput("bad_input") from None
    return {name: value for name, value in form.items() if isinstance(value, str)}


def go(path: str, **told: str) -> RedirectResponse:
    """Redirect to one of our pages, with something to tell it."""
    asked = f"?{urlencode(told)}" if told else ""
    return RedirectResponse(f"{quote(path)}{asked}", SEE_OTHER)


def back(path: str, refusal: DomainError, **typed: str) -> RedirectResponse:
    """Redirect back with the reason (`?fout=<code>`) and, after a #, what was typed.

    Browsers do not send what comes after the #, so nobody's answers end up in a log on the way.
    """
    if refusal.code == "too_many_tries":
        refused(Refused.PACE, refusal.code)
    kept = {name: value[:MAX_RETURNED] for name, value in typed.items() if value}
    there = f"{quote(path)}?{urlencode({'fout': refusal.code})}"
    response = RedirectResponse(there, SEE_OTHER)
    if kept:
        response.headers["location"] += f"#{urlencode(kept)}"
    return response


def login_token(request: Request) -> str:
    """The facilitator's cookie, or ''."""
    return request.cookies.get(logins.cookie(), "")


def address_of(request: HTTPConnection) -> str:
    """Where a request comes from; what a proxy says counts only for our own proxies."""
    hops = settings().trusted_proxy_hops
    forwarded = request.headers.get("x-forwarded-for", "").split(",")
    if hops and len(forwarded) >= hops and forwarded[-hops].strip():
        return forwarded[-hops].strip()
    return request.client.host if request.client else ""
