"""The sheets of an evening as files, for anyone who may steer it."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.form_values import read_number
from plekberaad_app.features.handouts.facts import Additions
from plekberaad_app.features.handouts.handouts import Occasion, occasion
from plekberaad_app.features.handouts.sheets import SHEETS, Wanted
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.files import file_answer, refused_file
from plekberaad_app.platform.http.forms import login_token
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import execute, now

Handler = Callable[[Request], Awaitable[Response]]
Answer = Callable[[str, Wanted, QueryParams], Response]


def _handler(name: str, answer: Answer) -> Handler:
    async def handle(request: Request) -> Response:
        try:
            return await execute(_hand_out, request, name, answer)
        except DomainError as refusal:
            return refused_file(refusal)

    return handle


def _hand_out(request: Request, name: str, answer: Answer) -> Response:
    moment = now()
    facilitator = logins.require_login(login_token(request), moment)
    found = occasion(facilitator, request.path_params["code"])
    return answer(name, _wanted(found, request.query_params, moment), request.query_params)


def _wanted(found: Occasion, asked: QueryParams, moment: datetime) -> Wanted:
    added = Additions.read(asked.get("waar", ""), asked.get("hoe", ""))
    return Wanted(found, added, read_number(asked.get("tafels") or 0), moment)


def _pdf(name: str, wanted: Wanted, asked: QueryParams) -> Response:
    """With `?bewaar=1` to keep, else to print."""
    what = text(f"handouts.sheet.{name}")
    content = SHEETS[name](wanted).pdf()
    opens = asked.get("bewaar") != "1"
    return file_answer(content, wanted.occasion.live_session, what, "pdf", opens=opens)


def _picture(name: str, wanted: Wanted, _asked: QueryParams) -> Response:
    content = SHEETS[name](wanted).picture()
    return Response(content, media_type="image/png", headers={"Cache-Control": "no-store"})


# `?waar=` is where it is, `?hoe=` how to come, `?tafels=` for how many tables.
ROUTES = [
    Route(f"/printen/{{code}}/{name}.{suffix}", _handler(name, answer), methods=["GET"])
    for name in SHEETS
    for suffix, answer in (("pdf", _pdf), ("png", _picture))
]
