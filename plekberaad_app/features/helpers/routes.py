"""From a link to the tablet of one evening."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.features.helpers import joining
from plekberaad_app.platform.guessing import at_pace
from plekberaad_app.platform.http.cookies import keep_login
from plekberaad_app.platform.http.forms import address_of, back, go, login_token
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room.tablet_warnings import warn_of_guessing


async def join(request: Request) -> Response:
    """POST /begeleider/<token>: log in for the evening of this link.

    A tap and not the link itself, since programs that show what a link is about open it too.
    """
    token = request.path_params["token"]
    look = partial(execute, joining.join, token, login_token(request), now())
    try:
        code, login = await at_pace(address_of(request), token, look, warn_of_guessing)
    except DomainError as refusal:
        return back(f"/begeleider/{token}", refusal)
    response = go(f"/begeleid/{code}")
    if login:
        keep_login(response, login)
    return response


ROUTES = [Route("/begeleider/{token}", join, methods=["POST"])]
