"""The list as a file: the one export that has these details, for the library alone."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.features.contacts import contacts
from plekberaad_app.features.contacts.hear_more_state import day
from plekberaad_app.platform import audit, logins
from plekberaad_app.platform.cells import csv_file
from plekberaad_app.platform.database.contacts import Contact
from plekberaad_app.platform.http.files import file_answer, refused_file
from plekberaad_app.platform.http.forms import login_token
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import execute, now

_COLUMNS = ("name", "reach", "about", "until")


async def _download(request: Request) -> Response:
    try:
        return await execute(_written, request)
    except DomainError as refusal:
        return refused_file(refusal)


def _written(request: Request) -> Response:
    moment = now()
    facilitator = logins.require_login(login_token(request), moment)
    live_session, found = contacts.of_evening(facilitator, request.path_params["code"], moment)
    audit.note(facilitator, live_session.id, "take_contacts_along", "", moment)
    return file_answer(as_csv(found), live_session, text("contacts.file"), "csv")


def as_csv(found: Iterable[Contact]) -> bytes:
    """One line per person."""
    columns = [text(f"contacts.column.{name}") for name in _COLUMNS]
    return csv_file([columns, *map(_row, found)])


def _row(contact: Contact) -> tuple[str, ...]:
    return contact.name, contact.reach, contact.about, day(contact.ends_at)


ROUTES = [Route("/contacten/{code}/contacten.csv", _download)]
