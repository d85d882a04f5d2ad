"""Looking for a room by its code, at the pace of who may be guessing."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from plekberaad_app.domain.errors import BadInput, NotFound
from plekberaad_app.http.forms import address_of
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.house import warn_tablets
from plekberaad_app.services.asking import ask
from plekberaad_app.services.guessing import guesses, may_look


async def look_for(request: Request, use_case: Callable[..., Any], *args: Any, **more: Any) -> Any:
    """Ask a use case that begins with somebody's code; a code that is not there counts.

    Raises what `ask` raises, and BadInput('too_many_tries') to an address that guesses.
    """
    address = address_of(request)
    if not await may_look(address):
        raise BadInput("too_many_tries")
    try:
        return await ask(use_case, *args, **more)
    except NotFound:
        if guesses.missed(address):
            warn_tablets(text("live.warning.guessing"))
        raise
