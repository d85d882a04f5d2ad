"""QR codes that lead to the pages of an evening."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.features.discovery import addresses_with_a_code
from plekberaad_app.platform.addresses import public_url
from plekberaad_app.platform.routes import folder_of
from plekberaad_app.platform.settings import settings
from plekberaad_app.room import admission
from plekberaad_app.room.lookup import look_for
from plekberaad_app.ui.qr import qr_svg

# The short address by which a phone joins.
JOINING = "m"
_SECONDS = 60


async def qr(request: Request) -> Response:
    """GET /qr/<code>.svg: the QR code that leads a phone to the room, or /qr/<page>/<code>.svg."""
    page = request.path_params.get("page", JOINING)
    if page not in handed_on():
        return Response(status_code=404)
    try:
        live_session = await look_for(request, admission.find_room, request.path_params["code"])
    except DomainError:
        return Response(status_code=404)
    link = f"{public_url(settings())}/{page}/{live_session.code}"
    headers = {"cache-control": f"private, max-age={_SECONDS}"}
    return Response(qr_svg(link), media_type="image/svg+xml", headers=headers)


def handed_on() -> set[str]:
    """Where the addresses begin of pages that somebody may pass on: those of one evening."""
    return {JOINING, *(folder_of(address).strip("/") for address in addresses_with_a_code())}


ROUTES = [
    Route("/qr/{page}/{code}.svg", qr, methods=["GET"]),
    Route("/qr/{code}.svg", qr, methods=["GET"]),
]
