"""The sheets of an evening as files, for anyone who may steer it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.form_values import read_number
from plekberaad_app.features.handouts.facts import Additions
from plekberaad_app.features.handouts.handouts import Occasion, occasion
from plekberaad_app.features.handouts.sheets import LINKS, SHEETS, Wanted
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.files import file_answer, refused_file
from plekberaad_app.platform.http.forms import login_token
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.ui.paper import Sheet

Make = Callable[[Wanted], Sheet]
Answer = Callable[[Wanted, QueryParams], Response]


def _route(path: str, answer: Answer) -> Route:
    async def handle(request: Request) -> Response:
        try:
            return await execute(_hand_out, request, answer)
        except DomainError as refusal:
            return refused_file(refusal)

    return Route(f"/printen/{{code}}/{path}", handle, methods=["GET"])


def _hand_out(request: Request, answer: Answer) -> Response:
    moment = now()
    facilitator = logins.require_login(login_token(request), moment)
    found = occasion(facilitator, request.path_params["code"])
    return answer(_wanted(found, request.query_params, moment), request.query_params)


def _wanted(found: Occasion, asked: QueryParams, moment: datetime) -> Wanted:
    added = Additions.read(asked.get("waar", ""), asked.get("hoe", ""))
    return Wanted(found, added, read_number(asked.get("tafels") or 0), moment)


def _pdf(make: Make, what: str, wanted: Wanted, asked: QueryParams) -> Response:
    """To print, or to keep with `?bewaar=1`."""
    opens = asked.get("bewaar") != "1"
    room = wanted.occasion.live_session
    return file_answer(make(wanted).pdf(), room, text(what), "pdf", opens=opens)


def _picture(make: Make, wanted: Wanted, _asked: QueryParams) -> Response:
    """The first page; of all table signs it is the first."""
    content = make(replace(wanted, tables=1)).picture()
    return Response(content, media_type="image/png", headers={"Cache-Control": "no-store"})


def _routes() -> Iterator[Route]:
    for name, make in SHEETS.items():
        yield _route(f"{name}.pdf", partial(_pdf, make, f"handouts.sheet.{name}"))
        yield _route(f"{name}.png", partial(_picture, make))
    for page, make in LINKS.items():
        yield _route(f"link-{page}.pdf", partial(_pdf, make, "handouts.sheet.link"))


# `?waar=` is where it is, `?hoe=` how to come, `?tafels=` for how many tables.
ROUTES = list(_routes())
