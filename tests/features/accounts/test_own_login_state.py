"""The page on which a facilitator changes how they log in: what a browser sends and is told."""

from typing import Any

import pytest
from pyotp.totp import TOTP

from plekberaad_app.features.accounts import devices
from plekberaad_app.features.accounts.own_login_state import OwnLoginState
from plekberaad_app.platform import logins
from plekberaad_app.platform.use_cases import now
from tests.casting import PASSWORD, carry, new_facilitator

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


async def do(state: Any, handler: str, form: Any) -> None:
    await OwnLoginState.event_handlers[handler].fn(state, form)


async def test_the_code_is_switched_on_and_off_on_the_page(monkeypatch):
    new_facilitator("Anna", "De Linde")
    token = devices.log_in("Anna", PASSWORD, now())
    carry(monkeypatch, token)
    state: Any = OwnLoginState()
    await do(state, "begin", {"password": "fout"})
    assert (state.notice.kind, state.key) == ("error", "")
    await do(state, "begin", {"password": PASSWORD})
    assert state.qr.startswith("data:image/svg+xml")
    app = TOTP(state.key.replace(" ", ""))
    await do(state, "confirm", {"code": "x"})
    assert (state.notice.kind, state.has_second_factor) == ("error", False)
    await do(state, "confirm", {"code": app.at(now())})
    assert (len(state.recovery_codes), state.has_second_factor) == (8, True)
    assert (state.key, state.qr) == ("", "")
    await do(state, "end", {"password": PASSWORD, "code": state.recovery_codes[0]})
    assert (state.has_second_factor, state.recovery_codes) == (False, [])


@pytest.mark.parametrize("form", [None, [], "x", {"password": 5, "code": {}}])
async def test_a_form_that_is_none_is_answered_and_changes_nothing(form, monkeypatch):
    new_facilitator("Anna", "De Linde")
    token = devices.log_in("Anna", PASSWORD, now())
    carry(monkeypatch, token)
    state: Any = OwnLoginState()
    for handler in ("begin", "confirm", "end"):
        await do(state, handler, form)
        assert state.notice.kind == "error"
    assert logins.who_steers(token, now())
