"""Whether this process can do its work, for whoever monitors it."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from plekberaad_app.live.registry import room_registry
from plekberaad_app.platform import health_checks
from plekberaad_app.platform.health_checks import Finding, Grade

# Without these nobody can be served; the others only make things worse.
VITAL = ("database", "migrations", "publishers")


async def health(_request: Request) -> JSONResponse:
    """GET /gezond: how each part is and why; 503 if this process cannot serve.

    `status` is ok, degraded (200: it keeps working, but somebody should look) or down (503).
    """
    found = await asyncio.gather(*(asyncio.to_thread(check) for check in health_checks.checks()))
    findings = [*found, publishers()]
    status = _status(findings)
    answer = {
        "status": status,
        **{finding.part: finding.code for finding in findings},
        "reasons": {
            finding.part: finding.sentence()
            for finding in findings
            if finding.grade is not Grade.OK
        },
    }
    headers = {"cache-control": "no-store"}
    return JSONResponse(answer, 503 if status == "down" else 200, headers)


def publishers() -> Finding:
    """Whether every room has a task that sends to its screens."""
    try:
        counts = room_registry().counts()
    except RuntimeError:
        return Finding("publishers", Grade.BAD, "closed")
    stopped = counts["rooms"] - counts["publishers"]
    if stopped > 0:
        return Finding("publishers", Grade.BAD, "stopped", {"n": stopped})
    return Finding("publishers")


def _status(findings: list[Finding]) -> str:
    bad = [finding for finding in findings if finding.grade is not Grade.OK]
    if any(finding.part in VITAL for finding in bad):
        return "down"
    return "degraded" if bad else "ok"


ROUTES = [
    Route("/gezond", health, methods=["GET"]),
]
