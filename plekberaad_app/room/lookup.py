"""Looking up a room by its code, paced in case somebody is guessing."""

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.requests import Request

from plekberaad_app.platform.guessing import at_pace
from plekberaad_app.platform.http.forms import address_of
from plekberaad_app.platform.use_cases import execute
from plekberaad_app.room.tablet_warnings import warn_of_guessing


async def look_for(
    request: Request, use_case: Callable[..., Any], code: str, *args: Any, **more: Any
) -> Any:
    """Call a use case that begins with somebody's code; raises what `at_pace` and `execute`
    raise."""
    look = partial(execute, use_case, code, *args, **more)
    return await at_pace(address_of(request), code, look, warn_of_guessing)
