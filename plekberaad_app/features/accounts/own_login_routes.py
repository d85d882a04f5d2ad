"""What a facilitator changes about how they log in."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.features.accounts import password_change
from plekberaad_app.live.registry import check_logins
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookies import keep_login
from plekberaad_app.platform.http.forms import back, go, login_token, read_form
from plekberaad_app.platform.routes import OWN_LOGIN
from plekberaad_app.platform.use_cases import execute, now


async def change_password(request: Request) -> Response:
    """POST /mijn-login/wachtwoord: fields present and password; other devices are logged out."""
    try:
        form = await read_form(request)
        given = form.get("present", ""), form.get("password", "")
        token = await execute(_change, login_token(request), *given)
        await check_logins()
    except DomainError as refusal:
        return back(OWN_LOGIN, refusal)
    response = go(OWN_LOGIN, gelukt="wachtwoord")
    keep_login(response, token)
    return response


def _change(token: str, present: str, password: str) -> str:
    facilitator = logins.require_login(token, now())
    return password_change.change_password(facilitator, present, password, now())


ROUTES = [
    Route("/mijn-login/wachtwoord", change_password, methods=["POST"]),
]
