"""What a facilitator changes about how they log in."""

from starlette.requests import Request
from starlette.responses import Response

from plekberaad_app import routes
from plekberaad_app.domain.errors import DomainError
from plekberaad_app.http.cookies import keep_login
from plekberaad_app.http.forms import back, go, login_token, read_form
from plekberaad_app.live.house import check_logins
from plekberaad_app.services import changing_password, logins
from plekberaad_app.services.asking import ask, now


async def change_password(request: Request) -> Response:
    """POST /mijn-login/wachtwoord: fields present and password; other devices are logged out."""
    try:
        form = await read_form(request)
        given = form.get("present", ""), form.get("password", "")
        token = await ask(_change, login_token(request), *given)
        await check_logins()
    except DomainError as refusal:
        return back(routes.OWN_LOGIN, refusal)
    response = go(routes.OWN_LOGIN, gelukt="wachtwoord")
    keep_login(response, token)
    return response


def _change(token: str, present: str, password: str) -> str:
    driver = logins.require_login(token, now())
    return changing_password.change_password(driver, present, password, now())
