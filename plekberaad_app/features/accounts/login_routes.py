"""How a facilitator gets in: with a password, a one-time link, or a PIN on another device."""

from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core import join_codes, name_rules
from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.features.accounts import devices, invitations, second_factor
from plekberaad_app.live.registry import check_logins
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookies import forget_login, keep_login
from plekberaad_app.platform.http.forms import address_of, back, go, login_token, read_form
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.routes import CODE, LOGIN, OWN_LOGIN
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room import takeover_pin

HOME = "/voorbereiden"

_per_address = Pace(burst=60, per_second=0.5)
# Against guessing at one name, or at one room's PIN (which is void after five tries anyway).
_per_name = Pace(burst=20, per_second=0.2)
_per_room = Pace(burst=10, per_second=1 / 30)


async def go_on(request: Request) -> Response:
    """GET /begeleider: the evenings if somebody is logged in here, otherwise the login page."""
    try:
        known = await execute(logins.who_steers, login_token(request), now())
    except DomainError:
        # Right now we cannot know who it is; the next page says so.
        known = None
    return go(HOME if known else LOGIN)


async def log_in(request: Request) -> Response:
    """POST /inloggen: name and password; `naar` is the code of the evening to go to."""
    name = after = ""
    try:
        form = await read_form(request)
        name, after = form.get("name", ""), form.get("naar", "")
        _keep_pace(request)
        _require(_per_name.allows(name_rules.login_name(name)))
        token = await execute(devices.log_in, name, form.get("password", ""), now())
        there = await _next(token, after)
    except DomainError as refusal:
        return back(LOGIN, refusal, name=name, naar=after)
    return await _logged_in(request, there, token)


async def show_code(request: Request) -> Response:
    """POST /inloggen/code: the code from the app, after the password."""
    after = ""
    try:
        form = await read_form(request)
        after = form.get("naar", "")
        _keep_pace(request)
        given = login_token(request), form.get("code", "")
        token = await execute(second_factor.finish_login, *given, now())
    except DomainError as refusal:
        there = LOGIN if refusal.code == "not_logged_in" else CODE
        return back(there, refusal, naar=after)
    return await _logged_in(request, go(_after_login(after)), token)


async def log_out(request: Request) -> Response:
    """POST /uitloggen: log this browser out."""
    response = go("/")
    forget_login(response)
    try:
        await execute(devices.log_out, login_token(request))
        await check_logins()
    except DomainError as refusal:
        return back(HOME, refusal)
    return response


async def begin(request: Request) -> Response:
    """POST /begin/<token>: the one-time link; fields library_name, name and password."""
    token = request.path_params["token"]
    library_name = name = ""
    try:
        form = await read_form(request)
        library_name, name = form.get("library_name", ""), form.get("name", "")
        _keep_pace(request)
        password = form.get("password", "")
        login = await execute(
            invitations.accept_invitation, token, library_name, name, password, now()
        )
        there = await _next(login, "")
    except DomainError as refusal:
        return back(f"/begin/{token}", refusal, library_name=library_name, name=name)
    return await _logged_in(request, there, login)


async def take_over(request: Request) -> Response:
    """POST /overnemen/<code>: the PIN from the first device."""
    code = request.path_params["code"]
    try:
        form = await read_form(request)
        code = join_codes.normalise(code)
        _keep_pace(request)
        _require(_per_room.allows(code))
        token = await execute(takeover_pin.take_over, code, form.get("pin", ""), now())
    except DomainError as refusal:
        return back(f"/overnemen/{code}", refusal)
    return await _logged_in(request, go(f"/begeleid/{code}"), token)


async def _next(token: str, after: str) -> Response:
    """Where somebody who gave the right password goes next."""
    _, awaits = await execute(logins.halfway, token, now())
    if awaits == "code":
        return go(CODE, naar=after) if after else go(CODE)
    return go(OWN_LOGIN if awaits else _after_login(after))


async def _logged_in(request: Request, response: Response, token: str) -> Response:
    """Log this browser in; its previous login no longer counts."""
    keep_login(response, token)
    with suppress(DomainError):
        await execute(devices.log_out, login_token(request))
    return response


def _after_login(after: str) -> str:
    """The tablet of an evening; anything but a code leads home (no open redirect)."""
    try:
        return f"/begeleid/{join_codes.normalise(after)}"
    except BadInput:
        return HOME


def _keep_pace(request: Request) -> None:
    _require(_per_address.allows(address_of(request)))


def _require(allowed: bool) -> None:
    if not allowed:
        raise BadInput("too_many_tries")


ROUTES = [
    Route("/begeleider", go_on, methods=["GET"]),
    Route("/inloggen", log_in, methods=["POST"]),
    Route("/inloggen/code", show_code, methods=["POST"]),
    Route("/uitloggen", log_out, methods=["POST"]),
    Route("/begin/{token}", begin, methods=["POST"]),
    Route("/overnemen/{code}", take_over, methods=["POST"]),
]
