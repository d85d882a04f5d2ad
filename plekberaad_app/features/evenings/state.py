"""The page of all evenings of a library."""

from typing import Any

import reflex as rx

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.forms import about_in, card_of
from plekberaad_app.features.evenings.views import LiveSessionCard
from plekberaad_app.features.templates import DEFAULT, TemplateCard, offered
from plekberaad_app.platform import logins
from plekberaad_app.platform.addresses import short_address
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.routes import LOGIN
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.act_requests import read_id
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator
from plekberaad_app.room.programmes import programme
from plekberaad_app.room.running import run, run_patiently


class PreparingState(Answering, rx.State):
    """The evenings of a library; filled for a logged-in facilitator, the defaults are empty."""

    library_name: str = ""
    facilitator_name: str = ""
    address: str = ""
    live_sessions: list[LiveSessionCard] = []
    templates: list[TemplateCard] = []

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the evenings to a logged-in facilitator; send others to the login page."""
        self.reset()
        found = await run_patiently(as_facilitator(self, _library_for))
        if found.is_refused:
            return rx.redirect(LOGIN)
        self.library_name, self.facilitator_name, self.live_sessions = found.value
        self.templates = offered()
        self.address = short_address(settings())
        return None

    @rx.event
    @allows(Action.ADD, Resource.EVENING)
    async def create(self, form: dict[str, Any]) -> Any:
        """Create an evening from a template, once per id of the form; open it."""
        made = await run(as_facilitator(self, _create), form)
        self._tell(made, form="new")
        return None if made.is_refused else rx.redirect(f"/voorbereiden/{made.value.code}")

    @rx.event
    @allows(Action.REMOVE, Resource.EVENING)
    async def delete(self, code: str) -> None:
        """Delete an evening with everything in it."""
        deleted = await run(as_facilitator(self, _delete), str(code))
        self._tell(deleted, "preparing.done.deleted")
        found = await run(as_facilitator(self, _library_for))
        if not found.is_refused:
            self.live_sessions = found.value[2]


def _library_for(who: Facilitator) -> tuple[str, str, list[LiveSessionCard]]:
    evenings = [card_of(live_session) for live_session in library_evenings.list_for(who)]
    return logins.library_of(who), who.name, evenings


def _create(who: Facilitator, form: Any) -> LiveSession:
    return library_evenings.create(
        who,
        about_in(form),
        now(),
        template=read_text(form, "template") or DEFAULT,
        live_session_id=read_id(read_text(form, "id")),
    )


def _delete(who: Facilitator, code: str) -> None:
    library_evenings.delete(who, programme(who, code).live_session.id)
