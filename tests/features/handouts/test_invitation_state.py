"""Where a poster leads: the evening as it hangs on a wall, and on the day itself the way in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.features.handouts import invitation_state as module
from plekberaad_app.features.handouts.invitation_state import InvitationState
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.room.running import Outcome, run
from tests.casting import CODE, NOW


async def opened(monkeypatch: pytest.MonkeyPatch, code: str = CODE) -> InvitationState:
    async def unpaced(_state: object, _code: str, look: Callable[..., Any], *args: Any) -> Outcome:
        return await run(look, *args)

    monkeypatch.setattr(module, "find_patiently", unpaced)
    monkeypatch.setattr(module, "route_code", lambda _: code)
    monkeypatch.setattr(module, "now", lambda: NOW)
    state = InvitationState(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    await InvitationState.enter.fn(state)  # pyright: ignore[reportFunctionMemberAccess]
    return state


def stands(room: LiveSession, begins: datetime | None, status: Status = Status.LOBBY) -> None:
    with transaction() as db:
        live_session = live_sessions.change(db, room.id)
        live_sessions.save(db, replace(live_session, starts_at=begins, status=status))


async def test_anybody_with_the_code_reads_what_the_evening_is_about(
    room: LiveSession, monkeypatch: pytest.MonkeyPatch
):
    stands(room, NOW + timedelta(days=9))
    view = (await opened(monkeypatch)).view
    assert (view.title, view.library, view.status) == ("Het plein", "De Linde", "before")
    assert view.dates == {
        "nl": "donderdag 3 december 2026",
        "en": "Thursday, December 3, 2026",
    }


@pytest.mark.parametrize(
    ("begins", "status", "told"),
    [
        (NOW + timedelta(days=1), Status.LOBBY, "before"),
        (NOW + timedelta(hours=1), Status.LOBBY, "today"),
        (NOW - timedelta(days=1), Status.LOBBY, "today"),
        (None, Status.LOBBY, "today"),
        (NOW + timedelta(days=1), Status.RUNNING, "today"),
        (NOW, Status.CLOSED, "over"),
    ],
)
async def test_the_way_in_is_open_from_the_day_itself_until_the_evening_is_over(
    room: LiveSession,
    monkeypatch: pytest.MonkeyPatch,
    begins: datetime | None,
    status: Status,
    told: str,
):
    stands(room, begins, status)
    assert (await opened(monkeypatch)).view.status == told


@pytest.mark.parametrize("code", ["XXXXXX", "geen-code"])
async def test_of_a_code_that_is_not_there_nothing_is_told(
    room: LiveSession, monkeypatch: pytest.MonkeyPatch, code: str
):
    view = (await opened(monkeypatch, code)).view
    assert (view.status, view.title, view.code) == ("unknown", "", "")
