"""The report as a file, for who may drive the evening."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from plekberaad_app.domain.errors import DomainError, NotAllowed
from plekberaad_app.http.forms import login_token
from plekberaad_app.i18n.catalogue import phrase
from plekberaad_app.services import logins, recording
from plekberaad_app.services.asking import NOT_STORED, UNEXPECTED, ask, now
from plekberaad_app.services.exporting import ideas_csv, report_json, report_xlsx
from plekberaad_app.services.reported import Report
from plekberaad_app.services.reporting import report

Write = Callable[[Report], bytes]
Handler = Callable[[Request], Awaitable[Response]]

JSON = "application/json; charset=utf-8"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FAILURES = {NOT_STORED: 503, UNEXPECTED: 500}


def routes() -> list[Route]:
    """`/verslag/<code>/{ideeen.csv,verslag.xlsx,verslag.json}`; with `?verborgen=1` all ideas."""
    return [
        Route("/verslag/{code}/ideeen.csv", _download(ideas_csv, "text/csv; charset=utf-8")),
        Route("/verslag/{code}/verslag.xlsx", _download(report_xlsx, _XLSX)),
        Route("/verslag/{code}/verslag.json", _download(report_json, JSON)),
    ]


def _download(write: Write, media_type: str) -> Handler:
    async def download(request: Request) -> Response:
        try:
            return await ask(_written, request, write, media_type)
        except DomainError as refusal:
            return refused_file(refusal)

    return download


def _written(request: Request, write: Write, media_type: str) -> Response:
    found = _report_for(request)
    return file_answer(write(found), media_type, _file_name(request, found))


def _report_for(request: Request) -> Report:
    moment = now()
    driver = logins.require_login(login_token(request), moment)
    with_hidden = request.query_params.get("verborgen") == "1"
    found = report(driver, request.path_params["code"], moment, with_hidden=with_hidden)
    about = f"with_hidden={with_hidden}"
    recording.note(driver, found.live_session.id, "take_report_along", about, moment)
    return found


def _file_name(request: Request, found: Report) -> str:
    """From our own code and route, never from what somebody typed."""
    kind = request.url.path.rsplit("/", 1)[-1]
    return f"plekberaad-{found.live_session.code}-{kind}"


def file_answer(content: bytes, media_type: str, name: str) -> Response:
    """A file to keep, never from a cache."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def refused_file(refusal: DomainError) -> Response:
    """Why there is no file."""
    status = _FAILURES.get(refusal.code, 403 if isinstance(refusal, NotAllowed) else 404)
    return PlainTextResponse(phrase(f"error.{refusal.code}", **refusal.values).nl, status)
