"""Programmes as files: to take along, and to take in."""

from datetime import datetime

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.features.templates import own_templates, programme_file
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.file_names import disposition, legal
from plekberaad_app.platform.http.files import refused_file
from plekberaad_app.platform.http.forms import back, go, login_token
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room.programmes import programme

PAGE = "/sjablonen"


async def of_evening(request: Request) -> Response:
    """GET /voorbereiden/<code>/programma.json: the programme of an evening."""
    try:
        return await execute(_of_evening, login_token(request), request.path_params["code"])
    except DomainError as refusal:
        return refused_file(refusal)


async def of_template(request: Request) -> Response:
    """GET /sjablonen/<id>.json: a template of the library."""
    try:
        return await execute(_of_template, login_token(request), request.path_params["template_id"])
    except DomainError as refusal:
        return refused_file(refusal)


async def take_in(request: Request) -> Response:
    """POST /sjablonen: a form with a `file`, which becomes a template of the library."""
    try:
        facilitator = await execute(logins.require_login, login_token(request), now())
        found = programme_file.read(await _content(request))
        await execute(own_templates.take_in, facilitator, found.name, found.steps, now())
    except DomainError as refusal:
        return back(PAGE, refusal)
    return go(PAGE)


async def _content(request: Request) -> bytes:
    try:
        async with request.form(max_files=1, max_fields=1) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise BadInput("file_unreadable")
            return await file.read()
    except HTTPException:
        raise BadInput("bad_input") from None


def _of_evening(token: str, code: str) -> Response:
    evening = programme(_facilitator(token, now()), code)
    return _file(
        evening.live_session.title,
        programme_file.written(evening.live_session.title[: own_templates.MAX_NAME], evening.steps),
    )


def _of_template(token: str, template_id: str) -> Response:
    template = own_templates.own_template(_facilitator(token, now()), template_id)
    return _file(template.name, programme_file.written(template.name, template.steps))


def _facilitator(token: str, moment: datetime) -> Facilitator:
    return logins.require_login(token, moment)


def _file(name: str, content: bytes) -> Response:
    named = text("templates.file", name=legal(name))
    headers = {"Content-Disposition": disposition(named), "Cache-Control": "no-store"}
    return Response(content, media_type="application/json; charset=utf-8", headers=headers)


ROUTES = [
    Route("/voorbereiden/{code}/programma.json", of_evening, methods=["GET"]),
    Route("/sjablonen/{template_id}.json", of_template, methods=["GET"]),
    Route("/sjablonen", take_in, methods=["POST"]),
]
