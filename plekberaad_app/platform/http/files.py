"""Files that people take along from an evening."""

from starlette.responses import PlainTextResponse, Response

from plekberaad_app.core.errors import DomainError, NotAllowed
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.say import Say
from plekberaad_app.platform.http.file_names import disposition, file_name
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.platform.use_cases import NOT_STORED, UNEXPECTED, now

_MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

_FAILURES = {NOT_STORED: 503, UNEXPECTED: 500}


def file_answer(
    content: bytes, room: LiveSession, what: str, suffix: str, *, opens: bool = False
) -> Response:
    """A file to keep, never from a cache; `what` of this evening it holds stands in its name.

    If it `opens`, a browser that can shows it, for somebody to print.
    """
    name = file_name(room, what, suffix, now())
    headers = {"Content-Disposition": disposition(name, opens=opens), "Cache-Control": "no-store"}
    return Response(content, media_type=_MEDIA_TYPES[suffix], headers=headers)


def refused_file(refusal: DomainError) -> Response:
    """Why there is no file."""
    status = _FAILURES.get(refusal.code, 403 if isinstance(refusal, NotAllowed) else 404)
    return PlainTextResponse(in_words(Say(f"error.{refusal.code}", refusal.values)), status)
