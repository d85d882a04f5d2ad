"""The page on which a facilitator changes how they log in."""

from typing import Any

import reflex as rx

from plekberaad_app import routes
from plekberaad_app.domain.rights import Action, Thing
from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.views.tablet import NoticeView
from plekberaad_app.services import logins
from plekberaad_app.services.asking import now
from plekberaad_app.services.permission import require_right
from plekberaad_app.states.identity import allows, driver_token
from plekberaad_app.states.running import run_patiently

# What a form that was sent says in the address (`?gelukt=`), and its sentence.
_DONE = {"wachtwoord": "own_login.done.password"}


class OwnLoginState(rx.State):
    """Who is logged in here; the defaults hold nothing."""

    driver_name: str = ""
    notice: NoticeView = NoticeView()

    @rx.event
    @allows(Action.LOOK, Thing.ENTRANCE)
    async def enter(self) -> Any:
        """Show the page to a facilitator of a library; send others to the login page."""
        self.reset()
        found = await run_patiently(_name_of, driver_token(self))
        if found.is_refused:
            return rx.redirect(routes.LOGIN)
        self.driver_name = found.value
        done = _DONE.get(str(self.router.url.query_parameters.get("gelukt", "")))
        self.notice = NoticeView(kind="ok", sentence=text(done)) if done else NoticeView()
        return None


def _name_of(token: str) -> str:
    driver = logins.require_login(token, now())
    require_right(driver, Action.CHANGE, Thing.LOGIN)
    return driver.name
