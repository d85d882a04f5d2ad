"""The desk: a colleague is invited, and one's own devices are listed and logged out."""

from typing import Any

import pytest

from plekberaad_app.features.accounts import desk_state as desk
from plekberaad_app.features.accounts import devices, invitations
from plekberaad_app.features.accounts.desk_state import AccountDeskState
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import now
from tests.casting import PASSWORD, carry, new_facilitator

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture
def page(monkeypatch):
    """Stand at the desk, logged in as somebody: what the socket's cookie would say."""

    def stand(name: str = "") -> Any:
        token = devices.log_in(name, PASSWORD, now()) if name else ""
        carry(monkeypatch, token)
        return AccountDeskState()

    new_facilitator("Anna", "De Linde")
    return stand


async def do(state, handler: str, *args):
    return await type(state).event_handlers[handler].fn(state, *args)


async def test_an_invitation_is_a_link_that_works(page):
    state = page("Anna")
    await do(state, "invite", {"password": "fout"})
    assert (state.notice.kind, state.invite_link) == ("error", "")
    await do(state, "invite", {"password": PASSWORD})
    address, _, token = state.invite_link.rpartition("/begin/")
    assert address.startswith("http")
    assert state.invite_qr.startswith("data:image/svg+xml")
    assert invitations.invitation_library(token, now()) == "De Linde"


async def test_one_logs_out_another_of_ones_own_devices_with_the_password(page, monkeypatch):
    closed: list[bool] = []

    async def check_logins() -> None:
        closed.append(True)

    monkeypatch.setattr(desk, "check_logins", check_logins)
    devices.log_in("Anna", PASSWORD, now())
    state = page("Anna")
    await do(state, "enter")
    assert sorted(login.is_here for login in state.logins) == [False, True]
    (other,) = [login.id for login in state.logins if not login.is_here]
    await do(state, "log_out", {"login_id": other, "password": "fout"})
    assert (state.notice.kind, state.answers, len(state.logins)) == ("error", "logins", 2)
    await do(state, "log_out", {"login_id": other, "password": PASSWORD})
    assert state.notice.sentence == text("preparing.done.logged_out")
    assert [login.is_here for login in state.logins] == [True]
    assert closed


async def test_anyone_who_is_not_logged_in_sees_no_devices(page):
    await do(state := page("Anna"), "enter")
    assert state.logins
    await do(state := page(), "enter")
    assert (state.logins, state.invite_link) == ([], "")
