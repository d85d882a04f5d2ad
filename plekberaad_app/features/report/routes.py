"""Downloads of the report, for anyone who may steer the evening."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.features.report.as_csv import ideas_csv
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.as_xlsx import report_xlsx
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report
from plekberaad_app.platform import audit, logins
from plekberaad_app.platform.http.files import file_answer, refused_file
from plekberaad_app.platform.http.forms import login_token
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import execute, now

Write = Callable[[Report], bytes]
Handler = Callable[[Request], Awaitable[Response]]


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


# `?verborgen=1` includes hidden ideas.
ROUTES = [
    Route("/verslag/{code}/ideeen.csv", _download(ideas_csv, "ideas", "csv")),
    Route("/verslag/{code}/verslag.xlsx", _download(report_xlsx, "report", "xlsx")),
    Route("/verslag/{code}/verslag.json", _download(report_json, "report", "json")),
]
