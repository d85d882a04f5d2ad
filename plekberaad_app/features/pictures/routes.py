"""Pictures for the projector: uploaded by a facilitator, shown to the room."""

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed
from plekberaad_app.features.pictures import pictures
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.forms import back, go, login_token
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room import admission, programme_edits

FOREVER = "public, max-age=31536000, immutable"
MAX_FIELDS = 4


async def upload(request: Request) -> Response:
    """POST /beeld?avond=<code>: a form with `image` and `step_id` puts a picture in a step.

    The code is in the address, so that even a body that is too long to read leads back to its page.
    Without it, or with the picture itself as the body, the response is the picture's id as JSON.
    """
    code = request.query_params.get("avond", "")
    try:
        facilitator = await execute(logins.require_login, login_token(request), now())
        content, fields = await _picture(request)
        image_id = await execute(pictures.keep, facilitator, content, now())
        if not code:
            return JSONResponse({"id": image_id}, status_code=201)
        code = join_codes.normalise(code)
        await execute(_show, facilitator, code, fields.get("step_id", ""), image_id)
    except DomainError as refusal:
        return back(f"/voorbereiden/{code}", refusal) if code else _refused(refusal)
    return go(f"/voorbereiden/{code}")


async def show(request: Request) -> Response:
    """GET /beeld/<id>: a picture; what an id stands for never changes."""
    try:
        picture = await execute(pictures.picture, request.path_params["image_id"])
    except DomainError:
        return Response(status_code=404)
    headers = {"cache-control": FOREVER, "content-disposition": "inline"}
    return Response(picture.content, media_type=picture.media_type, headers=headers)


async def _picture(request: Request) -> tuple[bytes, dict[str, str]]:
    if request.headers.get("content-type", "").startswith("image/"):
        return await request.body(), {}
    try:
        async with request.form(max_files=1, max_fields=MAX_FIELDS) as form:
            image = form.get("image")
            if not isinstance(image, UploadFile):
                raise BadInput("image_unreadable")
            fields = {key: text for key, text in form.items() if isinstance(text, str)}
            return await image.read(), fields
    except HTTPException:
        raise BadInput("bad_input") from None


def _show(facilitator: Facilitator, code: str, step_id: str, image_id: str) -> None:
    programme_edits.show_picture(facilitator, admission.find_room(code).id, step_id, image_id)


def _refused(refusal: DomainError) -> Response:
    status = 403 if isinstance(refusal, NotAllowed) else 400
    return JSONResponse({"error": refusal.code}, status_code=status)


ROUTES = [
    Route("/beeld", upload, methods=["POST"]),
    Route("/beeld/{image_id}", show, methods=["GET"]),
]
