"""The report as a file, for who may drive the evening."""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from plekberaad_app.domain.errors import DomainError, NotAllowed
from plekberaad_app.i18n.catalogue import phrase
from plekberaad_app.services import accounts
from plekberaad_app.services.exporting import ideas_csv, report_json
from plekberaad_app.services.reported import Report
from plekberaad_app.services.reporting import report

Write = Callable[[Report], bytes]


def routes() -> list[Route]:
    """`/verslag/<code>/ideeen.csv` and `/verslag/<code>/verslag.json`; `?verborgen=1` for all."""
    return [
        Route("/verslag/{code}/ideeen.csv", _download(ideas_csv, "text/csv")),
        Route("/verslag/{code}/verslag.json", _download(report_json, "application/json")),
    ]


def _download(write: Write, media_type: str) -> Callable[[Request], Response]:
    # Not async: Starlette runs it in a thread, beside the event loop.
    def download(request: Request) -> Response:
        try:
            found = _report_for(request)
        except DomainError as refusal:
            return _refused(refusal)
        return _file(write(found), media_type, _file_name(request, found))

    return download


def _report_for(request: Request) -> Report:
    now = datetime.now(UTC)
    driver = accounts.who_drives(request.cookies.get(accounts.COOKIE, ""), now)
    if driver is None:
        raise NotAllowed("not_logged_in")
    with_hidden = request.query_params.get("verborgen") == "1"
    return report(driver, request.path_params["code"], now, with_hidden=with_hidden)


def _file_name(request: Request, found: Report) -> str:
    """From our own code and route, never from what somebody typed."""
    kind = request.url.path.rsplit("/", 1)[-1]
    return f"plekberaad-{found.live_session.code}-{kind}"


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return Response(content, media_type=f"{media_type}; charset=utf-8", headers=headers)


def _refused(refusal: DomainError) -> Response:
    status = 403 if isinstance(refusal, NotAllowed) else 404
    return PlainTextResponse(phrase(f"error.{refusal.code}", **refusal.values).nl, status)
