"""On the desk: the devices on which a facilitator is logged in, and a colleague to invite."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.accounts import devices, invitations
from plekberaad_app.features.accounts.devices import Login
from plekberaad_app.live.registry import check_logins
from plekberaad_app.platform.addresses import public_url
from plekberaad_app.platform.i18n.dates import date_and_time
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator, facilitator_token
from plekberaad_app.room.running import run, run_patiently
from plekberaad_app.ui.data_pictures import qr_picture


@dataclass(frozen=True)
class LoginCard:
    """A device on which a facilitator is logged in; `evening` is what it took over, or ''."""

    id: str = ""
    since: str = ""
    is_here: bool = False
    evening: str = ""


class AccountDeskState(Answering, rx.State):
    """Filled for a facilitator of the library; the defaults are empty."""

    invite_link: str = ""
    invite_qr: str = ""
    logins: list[LoginCard] = []

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show the logins; a device that took over one evening has no list."""
        self.reset()
        await self._show_logins()

    @rx.event
    @allows(Action.CHANGE, Resource.LIBRARY)
    async def invite(self, form: dict[str, Any]) -> None:
        """Make a one-time link for a colleague; the form has the password again."""
        made = await run(as_facilitator(self, _invite), form)
        self.invite_link = "" if made.is_refused else made.value
        self.invite_qr = qr_picture(self.invite_link) if self.invite_link else ""
        self._tell(made, "preparing.done.invited", form="invite")

    @rx.event
    @allows(Action.REMOVE, Resource.LOGIN)
    async def log_out(self, form: dict[str, Any]) -> None:
        """Log out one of one's own devices; its screens close at once.

        The form has its `login_id`, and the password again.
        """
        ended = await run(as_facilitator(self, _log_out), form)
        self._tell(ended, "preparing.done.logged_out", form="logins")
        await self._show_logins()
        await check_logins()

    async def _show_logins(self) -> None:
        found = await run_patiently(as_facilitator(self, _logins_for), facilitator_token(self))
        self.logins = [] if found.is_refused else found.value


def _invite(who: Facilitator, form: Any) -> str:
    invitation = invitations.invite(who, read_text(form, "password"), now())
    return f"{public_url(settings())}/begin/{invitation}"


def _logins_for(who: Facilitator, token: str) -> list[LoginCard]:
    return [_card(login) for login in devices.devices(who, token, now())]


def _log_out(who: Facilitator, form: Any) -> None:
    login_id, password = read_text(form, "login_id"), read_text(form, "password")
    devices.log_out_device(who, login_id, password, now())


def _card(login: Login) -> LoginCard:
    return LoginCard(login.id, date_and_time(login.since), login.is_here, login.evening)
