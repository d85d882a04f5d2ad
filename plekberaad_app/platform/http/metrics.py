"""The metrics for whoever monitors the program; not for the public internet."""

import hmac

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import Response

from plekberaad_app.platform import metrics
from plekberaad_app.platform.http.nearby import is_from_here
from plekberaad_app.platform.refusals import Refused, refused
from plekberaad_app.platform.settings import settings


async def show(request: Request) -> Response:
    """GET /metrics: with the token or, where none is set, only from this machine."""
    if not _may_look(request):
        refused(Refused.REQUEST, "not_the_watcher")
        return Response(status_code=404)
    return Response(metrics.written(), headers={"content-type": CONTENT_TYPE_LATEST})


def _may_look(request: Request) -> bool:
    token = settings().metrics_token
    if token is None:
        return is_from_here(request)
    given = request.headers.get("authorization", "").encode()
    return hmac.compare_digest(given, f"Bearer {token.get_secret_value()}".encode())
