"""Keeping the programme of an evening as a template of the library."""

from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.templates import own_templates
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.act_requests import read_id
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator, route_code
from plekberaad_app.room.programmes import programme
from plekberaad_app.room.running import run


class KeepingState(Answering, rx.State):
    """Holds nothing but what is told about the form."""

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Forget what was told before."""
        self.reset()

    @rx.event
    @allows(Action.ADD, Resource.TEMPLATE)
    async def keep(self, form: dict[str, Any]) -> None:
        """Keep the programme under this name, once per id of the form."""
        kept = await run(as_facilitator(self, _keep), route_code(self), form)
        self._tell(kept, "templates.done.kept", form="keep")


def _keep(who: Facilitator, code: str, form: Any) -> None:
    own_templates.keep(
        who,
        programme(who, code).live_session.id,
        read_text(form, "name"),
        now(),
        template_id=read_id(read_text(form, "id")),
    )
