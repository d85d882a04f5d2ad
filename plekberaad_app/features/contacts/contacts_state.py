"""At the desk: whom the library may write or call about an evening."""

from dataclasses import dataclass
from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.contacts import contacts
from plekberaad_app.features.contacts.hear_more_state import day
from plekberaad_app.platform.database.contacts import Contact
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.routes import LOGIN
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator, route_code
from plekberaad_app.room.running import run, run_patiently


@dataclass(frozen=True)
class ContactCard:
    """Somebody, as the list shows them; `until` is a day, `is_mail` tells an address by its @."""

    id: str = ""
    about: str = ""
    name: str = ""
    reach: str = ""
    until: str = ""
    is_mail: bool = False


class ContactsState(Answering, rx.State):
    """The people of one evening; the defaults are empty."""

    is_loaded: bool = False
    code: str = ""
    title: str = ""
    contacts: list[ContactCard] = []

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the list to the library itself; send others to the login page."""
        self.reset()
        found = await run_patiently(as_facilitator(self, _of_evening), route_code(self))
        if found.is_refused:
            return rx.redirect(LOGIN)
        self._show(*found.value)
        return None

    @rx.event
    @allows(Action.READ, Resource.CONTACT)
    async def add(self, form: dict[str, Any]) -> None:
        """Add somebody who asked for it without a phone."""
        await self._change(_add, form, "contacts.list.added", "add")

    @rx.event
    @allows(Action.REMOVE, Resource.CONTACT)
    async def remove(self, contact_id: str) -> None:
        """Delete somebody."""
        await self._change(_remove, str(contact_id), "contacts.list.removed")

    async def _change(self, change: Any, given: Any, done: str, form: str = "") -> None:
        code = route_code(self)
        changed = await run(as_facilitator(self, change), code, given)
        self._tell(changed, done, form)
        found = await run(as_facilitator(self, _of_evening), code)
        if not found.is_refused:
            self._show(*found.value)

    def _show(self, title: str, found: list[Contact]) -> None:
        self.is_loaded, self.code, self.title = True, route_code(self), title
        self.contacts = [_card(each) for each in found]


def _of_evening(who: Facilitator, code: str) -> tuple[str, list[Contact]]:
    live_session, found = contacts.of_evening(who, code, now())
    return live_session.title, found


def _add(who: Facilitator, code: str, form: Any) -> None:
    about, details = read_text(form, "about"), contacts.details_in(form)
    contacts.add_by_hand(who, code, about, details, now())


def _remove(who: Facilitator, code: str, contact_id: str) -> None:
    contacts.remove(who, code, contact_id, now())


def _card(contact: Contact) -> ContactCard:
    return ContactCard(
        id=contact.id,
        about=contact.about,
        name=contact.name,
        reach=contact.reach,
        until=day(contact.ends_at),
        is_mail="@" in contact.reach,
    )
