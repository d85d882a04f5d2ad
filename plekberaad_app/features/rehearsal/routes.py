"""Beginning a rehearsal, and clearing it: plain forms, each one tap."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.rehearsal import playing, rehearsals
from plekberaad_app.features.rehearsal.crowd import Stage
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.forms import back, go, login_token
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.routes import REHEARSAL, folder_of
from plekberaad_app.platform.use_cases import execute, now


async def begin(request: Request) -> Response:
    """POST /oefenen/<code>: to the tablet of a new rehearsal, to which people are coming."""
    try:
        playing.require_room_for_one_more()
        facilitator, rehearsal = await execute(_as_facilitator, request, _begin)
    except DomainError as refusal:
        return back("/voorbereiden", refusal)
    playing.play(Stage(rehearsal.id, rehearsal.code, facilitator))
    return go(f"/begeleid/{rehearsal.code}")


async def clear(request: Request) -> Response:
    """POST /oefenen/<code>/wissen: back to the programme of the evening."""
    try:
        _, code = await execute(_as_facilitator, request, _clear)
    except DomainError as refusal:
        return back("/voorbereiden", refusal)
    return go(f"/voorbereiden/{code}")


def _as_facilitator(
    request: Request, use_case: Callable[[Facilitator, str], LiveSession | str]
) -> tuple[Facilitator, LiveSession | str]:
    facilitator = logins.require_login(login_token(request), now())
    return facilitator, use_case(facilitator, request.path_params["code"])


def _begin(facilitator: Facilitator, code: str) -> LiveSession:
    return rehearsals.begin(facilitator, code, now())


def _clear(facilitator: Facilitator, code: str) -> str:
    return rehearsals.clear(facilitator, code)


ROUTES = [
    Route(f"{folder_of(REHEARSAL)}/{{code}}", begin, methods=["POST"]),
    Route(f"{folder_of(REHEARSAL)}/{{code}}/wissen", clear, methods=["POST"]),
]
