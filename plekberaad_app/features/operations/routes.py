"""The entrance for this machine's command line: on SQLite only the running program writes."""

import hmac
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from plekberaad_app.core.errors import DomainError
from plekberaad_app.features import discovery
from plekberaad_app.platform.http import metrics
from plekberaad_app.platform.http.nearby import is_from_here
from plekberaad_app.platform.refusals import Refused, refused
from plekberaad_app.platform.tokens import operator_key
from plekberaad_app.platform.use_cases import execute


async def operate(request: Request) -> Response:
    """POST /beheer/<act>: JSON with its values; a 404 for anybody who cannot read our secret."""
    acts = discovery.operations() if _is_operator(request) else {}
    act = acts.get(request.path_params["act"])
    if act is None:
        refused(Refused.REQUEST, "not_the_operator")
        return Response(status_code=404)
    try:
        result = await execute(act, **_values(await request.body()))
    except DomainError as refusal:
        return JSONResponse({"refused": refusal.code, "values": refusal.values}, 400)
    return JSONResponse({"result": result})


def _is_operator(request: Request) -> bool:
    given = request.headers.get("authorization", "").encode()
    return is_from_here(request) and hmac.compare_digest(given, f"Bearer {operator_key()}".encode())


def _values(body: bytes) -> dict[str, Any]:
    values = json.loads(body or b"{}")
    return {name: str(value) for name, value in values.items()}


ROUTES = [
    Route("/beheer/{act}", operate, methods=["POST"]),
    Route("/metrics", metrics.show, methods=["GET"]),
]
