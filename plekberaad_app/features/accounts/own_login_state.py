"""The page on which a facilitator changes how they log in."""

from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import second_factor
from plekberaad_app.live.registry import check_logins
from plekberaad_app.platform.routes import LOGIN
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.answering import Told, notice_of
from plekberaad_app.room.identity import allows, facilitator_token
from plekberaad_app.room.running import Outcome, run, run_patiently
from plekberaad_app.ui.data_pictures import qr_picture

# What a submitted form puts in the address (`?gelukt=`), and the sentence for it.
_DONE = {"wachtwoord": "own_login.done.password"}


class OwnLoginState(rx.State):
    """Who is logged in here, and their second factor; the defaults are empty."""

    facilitator_name: str = ""
    has_second_factor: bool = False
    must_set_up: bool = False
    key: str = ""
    qr: str = ""
    recovery_codes: list[str] = []
    notice: Told = Told()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the page to a facilitator of a library; send others to the login page."""
        self.reset()
        found = await run_patiently(second_factor.standing, facilitator_token(self), now())
        if found.is_refused:
            return rx.redirect(LOGIN)
        self._show(found.value)
        done = _DONE.get(str(self.router.url.query_parameters.get("gelukt", "")), "")
        self.notice = notice_of(Outcome(), done)
        return None

    @rx.event
    @allows(Action.ADD, Resource.SECOND_FACTOR)
    async def begin(self, form: dict[str, Any]) -> None:
        """Show what an app needs; the form has the password again."""
        begun = await run(_begin, facilitator_token(self), form)
        self.notice = notice_of(begun)
        if not begun.is_refused:
            self.key = _in_fours(begun.value.key)
            self.qr = qr_picture(begun.value.address)

    @rx.event
    @allows(Action.ADD, Resource.SECOND_FACTOR)
    async def confirm(self, form: dict[str, Any]) -> None:
        """Switch it on with a first code, and show the recovery codes."""
        made = await run(_confirm, facilitator_token(self), form)
        self.notice = notice_of(made, "own_login.done.second_factor")
        if not made.is_refused:
            self.key = self.qr = ""
            self.has_second_factor, self.must_set_up = True, False
            self.recovery_codes = made.value
            await check_logins()

    @rx.event
    @allows(Action.REMOVE, Resource.SECOND_FACTOR)
    async def end(self, form: dict[str, Any]) -> None:
        """Stop asking for a code; the form has password and code."""
        ended = await run(_end, facilitator_token(self), form)
        self.notice = notice_of(ended, "own_login.done.second_factor_off")
        if not ended.is_refused:
            self.has_second_factor, self.recovery_codes = False, []

    def _show(self, standing: second_factor.SecondFactorStatus) -> None:
        self.facilitator_name = standing.name
        self.has_second_factor, self.must_set_up = standing.is_on, standing.must_set_up


def _begin(token: str, form: Any) -> second_factor.SetUp:
    return second_factor.begin(token, read_text(form, "password"), now())


def _confirm(token: str, form: Any) -> list[str]:
    return second_factor.confirm(token, read_text(form, "code"), now())


def _end(token: str, form: Any) -> None:
    second_factor.end(token, read_text(form, "password"), read_text(form, "code"), now())


def _in_fours(key: str) -> str:
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
