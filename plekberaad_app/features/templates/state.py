"""The page of a library's own templates."""

from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.templates import own_templates
from plekberaad_app.features.templates.choosing import TemplateCard, own_card
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.routes import LOGIN
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator
from plekberaad_app.room.running import run, run_patiently


class TemplatesState(Answering, rx.State):
    """The templates of a library; empty for whoever is not logged in."""

    templates: list[TemplateCard] = []
    is_there: bool = False

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the templates to a logged-in facilitator; send others to the login page."""
        self.reset()
        found = await run_patiently(as_facilitator(self, _own))
        if found.is_refused:
            return rx.redirect(LOGIN)
        self.templates, self.is_there = found.value, True
        return None

    @rx.event
    @allows(Action.CHANGE, Resource.TEMPLATE)
    async def rename(self, form: dict[str, Any]) -> None:
        """Give the template that the form names another name."""
        renamed = await run(as_facilitator(self, _rename), form)
        template_id = str(form.get("id", ""))[:64] if isinstance(form, dict) else ""
        self._tell(renamed, "preparing.done.stored", form=template_id)
        await self._show_again()

    @rx.event
    @allows(Action.REMOVE, Resource.TEMPLATE)
    async def remove(self, template_id: str) -> None:
        """Delete a template."""
        removed = await run(as_facilitator(self, _remove), str(template_id))
        self._tell(removed, "templates.done.removed")
        await self._show_again()

    async def _show_again(self) -> None:
        found = await run(as_facilitator(self, _own))
        if not found.is_refused:
            self.templates = found.value


def _own(who: Facilitator) -> list[TemplateCard]:
    return [own_card(each) for each in own_templates.own_templates(who)]


def _rename(who: Facilitator, form: Any) -> None:
    own_templates.rename(who, read_text(form, "id"), read_text(form, "name"))


def _remove(who: Facilitator, template_id: str) -> None:
    own_templates.remove(who, template_id)
