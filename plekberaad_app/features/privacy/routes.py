"""A person's own data: as a file, and erased. The phone's cookie says whose it is."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features.privacy import keepsake, own_data
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.http.cookies import forget_key
from plekberaad_app.platform.http.files import file_answer, refused_file
from plekberaad_app.platform.http.forms import SEE_OTHER, back, read_form
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.languages import known_language
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room import admission, erasure
from plekberaad_app.room.lookup import look_for

# What happens to the ideas of somebody who is erased; there is no default.
IDEAS = ("take", "keep")


async def take_along(request: Request) -> Response:
    """GET /mijn-gegevens/<code>/gegevens.json: everything known about the holder of the cookie."""
    try:
        room = await _room(request)
        known = await execute(own_data.own_data, _visitor(request, room))
    except DomainError as refusal:
        return refused_file(refusal)
    return file_answer(own_data.own_data_json(known), room, text("report.file.own_data"), "json")


async def keep(request: Request) -> Response:
    """GET /mijn-gegevens/<code>/avond.html: a page to keep, also after names were deleted.

    `?taal=` says the language of the phone.
    """
    try:
        room = await _room(request)
        kept = await execute(keepsake.keepsake, _visitor(request, room), now())
    except DomainError as refusal:
        return refused_file(refusal)
    lang = known_language(request.query_params.get("taal"))
    content = keepsake.keepsake_html(kept, lang)
    return file_answer(content, room, text("keepsake.title", lang), "html")


async def erase(request: Request) -> Response:
    """POST /mijn-gegevens/<code>/wissen: `ideas` is 'keep' or 'take'; the cookie is removed too."""
    code = request.path_params["code"]
    try:
        chosen = (await read_form(request)).get("ideas")
        if chosen not in IDEAS:
            raise BadInput("answer_unknown")
        room = await _room(request)
        await execute(
            erasure.erase_self, _visitor(request, room), now(), take_along=chosen == "take"
        )
    except DomainError as refusal:
        return back(f"/mijn-gegevens/{code}", refusal)
    response = RedirectResponse(f"/mijn-gegevens/{quote(code)}?gewist=1", SEE_OTHER)
    forget_key(response, room.code)
    return response


async def _room(request: Request) -> LiveSession:
    return await look_for(request, admission.find_room, request.path_params["code"])


def _visitor(request: Request, room: LiveSession) -> Visitor:
    return Visitor(room.id, request.cookies.get(participant_cookie(room.code), ""))


ROUTES = [
    Route("/mijn-gegevens/{code}/gegevens.json", take_along, methods=["GET"]),
    Route("/mijn-gegevens/{code}/avond.html", keep, methods=["GET"]),
    Route("/mijn-gegevens/{code}/wissen", erase, methods=["POST"]),
]
