"""How a phone gets in: with the code, the short address in the QR code, and the check-in form."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput, DomainError
from plekberaad_app.core.recognition import Reply
from plekberaad_app.live import registry
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.http.cookies import keep_key
from plekberaad_app.platform.http.forms import address_of, back, go, read_form
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.use_cases import execute, now
from plekberaad_app.room import admission, second_phones
from plekberaad_app.room.lookup import look_for
from plekberaad_app.room.second_phones import Asking
from plekberaad_app.room.tablet_warnings import warn_of_second_phone

# A whole library shares one address: 150 people, a few times each, and then some a second. Misses
# are paced separately (platform/guessing.py), so that they use up nobody's turn.
_pace = Pace(burst=600, per_second=10)
MAX_DIGITS = 6


async def join(request: Request) -> Response:
    """POST /meedoen: from the code that was typed to the room."""
    typed = ""
    try:
        typed = await _typed_code(request)
        return go(f"/d/{await _known_code(request, typed)}")
    except DomainError as refusal:
        return back("/", refusal, code=typed)


async def open_projector(request: Request) -> Response:
    """POST /scherm: from the code that was typed to the projector of that evening."""
    typed = ""
    try:
        typed = await _typed_code(request)
        return go(f"/scherm/{await _known_code(request, typed)}")
    except DomainError as refusal:
        return back("/scherm", refusal, code=typed)


async def join_by_qr(request: Request) -> Response:
    """GET /m/<code>: the short address in the QR code."""
    typed = request.path_params["code"]
    try:
        return go(f"/d/{await _known_code(request, typed)}")
    except DomainError as refusal:
        return back("/", refusal, code=typed)


async def check_in(request: Request) -> Response:
    """POST /d/<code>/meedoen: the three answers, each of which may be empty.

    A browser that did not keep the cookie it got with the page (platform/http/phone_keys.py) is
    told so, and gets its key in the address, from where the form sends it along: however often it
    is sent, it is one person. Somebody with the same name as a person whose phone is silent is
    asked whether they are that person: `same` is then 'yes' or 'no', about the person with the
    number `namesake`.
    """
    code = request.path_params["code"]
    answers = _answers({})
    try:
        form = await read_form(request)
        answers = _answers(form)
        code = join_codes.normalise(code)
        kept = request.cookies.get(participant_cookie(code))
        key = await _checked_in(request, code, form, kept or form.get("key"))
        if form.get("same"):
            await _tell_tablets(code, key)
    except DomainError as refusal:
        return back(f"/d/{code}", refusal, **answers, **_asked_about(refusal))
    told = BadInput("no_cookies")
    response = go(f"/d/{code}") if kept else back(f"/d/{code}", told, **answers, key=key)
    keep_key(response, code, key)
    return response


def _answers(form: Mapping[str, str]) -> dict[str, str]:
    answers = {field: form.get(field, "") for field in ("name", "kind", "habit")}
    return {**answers, "name": ""} if form.get("nameless") else answers


async def _checked_in(
    request: Request, code: str, form: Mapping[str, str], known: str | None
) -> str:
    """Check in with this form; returns the key, which is the `known` one if that is ours."""
    return await _at_pace(
        request,
        admission.check_in,
        code,
        *_answers(form).values(),
        now(),
        known,
        told_version=form.get("told", ""),
        asking=Asking(registry.present, _reply(form)),
    )


async def _typed_code(request: Request) -> str:
    typed = (await read_form(request)).get("code", "")
    if not typed.strip():
        raise BadInput("code_empty")
    return typed


def _asked_about(refusal: DomainError) -> dict[str, str]:
    """Who it may be, for the form to show and to send along."""
    if refusal.code != "namesake":
        return {}
    return {"namesake": str(refusal.values["number"]), "table": str(refusal.values["table"])}


def _reply(form: Mapping[str, str]) -> Reply:
    number = form.get("namesake", "")[:MAX_DIGITS]
    # Without the button the form was sent again, perhaps with another name.
    is_answer = form.get("same") in ("yes", "no") and number.isdecimal()
    return Reply(int(number) if is_answer else 0, form.get("same") == "yes")


async def _tell_tablets(code: str, key: str) -> None:
    """Tell the tablets about a second phone that took somebody's place on its own word."""
    room = await execute(admission.find_room, code)
    person = await execute(second_phones.claimed_by, Visitor(room.id, key))
    if person:
        sentence = text("live.warning.second_phone", name=person.name, number=person.number)
        warn_of_second_phone(room.id, sentence, person.number)


async def _known_code(request: Request, typed: str) -> str:
    return (await _at_pace(request, admission.find_room, join_codes.found_in(typed))).code


async def _at_pace(
    request: Request, use_case: Callable[..., Any], code: str, *args: Any, **more: Any
) -> Any:
    """Look for the room; only coming in, and trying other people's names, counts towards the
    pace."""
    address = address_of(request)
    if not _pace.allows(address):
        raise BadInput("too_many_tries")
    try:
        return await look_for(request, use_case, code, *args, **more)
    except DomainError as refusal:
        if refusal.code != "namesake":
            _pace.give_back(address)
        raise


ROUTES = [
    Route("/meedoen", join, methods=["POST"]),
    Route("/scherm", open_projector, methods=["POST"]),
    Route("/m/{code}", join_by_qr, methods=["GET"]),
    Route("/d/{code}/meedoen", check_in, methods=["POST"]),
]
