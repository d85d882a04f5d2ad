"""The report as a file, for anyone who may steer the evening."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError, NotAllowed
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.say import Say
from plekberaad_app.features.report.as_csv import ideas_csv
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.as_xlsx import report_xlsx
from plekberaad_app.features.report.file_names import disposition, file_name
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.platform import audit, logins
from plekberaad_app.platform.http.forms import login_token
from plekberaad_app.platform.i18n.catalogue import in_words, text
from plekberaad_app.platform.use_cases import NOT_STORED, UNEXPECTED, execute, now

Write = Callable[[Report], bytes]
Handler = Callable[[Request], Awaitable[Response]]

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_FAILURES = {NOT_STORED: 503, UNEXPECTED: 500}


def _download(write: Write, what: str, suffix: str) -> Handler:
    async def download(request: Request) -> Response:
        try:
            return await execute(_written, request, write, what, suffix)
        except DomainError as refusal:
            return refused_file(refusal)

    return download


def _written(request: Request, write: Write, what: str, suffix: str) -> Response:
    moment = now()
    found = _report_for(request, moment)
    content = f"{what}_with_hidden" if found.has_hidden else what
    return file_answer(write(found), found.live_session, text(f"report.file.{content}"), suffix)


def _report_for(request: Request, moment: datetime) -> Report:
    facilitator = logins.require_login(login_token(request), moment)
    with_hidden = request.query_params.get("verborgen") == "1"
    found = report(facilitator, request.path_params["code"], moment, with_hidden=with_hidden)
    about = f"with_hidden={with_hidden}"
    audit.note(facilitator, found.live_session.id, "take_report_along", about, moment)
    return found


def file_answer(content: bytes, room: LiveSession, what: str, suffix: str) -> Response:
    """A file to keep, never from a cache; `what` of this evening it holds stands in its name."""
    name = file_name(room, what, suffix, now())
    headers = {"Content-Disposition": disposition(name), "Cache-Control": "no-store"}
    return Response(content, media_type=_MEDIA_TYPES[suffix], headers=headers)


def refused_file(refusal: DomainError) -> Response:
    """Why there is no file."""
    status = _FAILURES.get(refusal.code, 403 if isinstance(refusal, NotAllowed) else 404)
    return PlainTextResponse(in_words(Say(f"error.{refusal.code}", refusal.values)), status)


# With `?verborgen=1` all ideas.
ROUTES = [
    Route("/verslag/{code}/ideeen.csv", _download(ideas_csv, "ideas", "csv")),
    Route("/verslag/{code}/verslag.xlsx", _download(report_xlsx, "report", "xlsx")),
    Route("/verslag/{code}/verslag.json", _download(report_json, "report", "json")),
]
