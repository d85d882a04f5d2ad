"""The page of all evenings of a library."""

from typing import Any

import reflex as rx

from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.evenings import copying, deletion, library_evenings
from plekberaad_app.features.evenings.cards import SHOWN, board, deleted_card, shown
from plekberaad_app.features.evenings.checklist import checklists
from plekberaad_app.features.evenings.forms import about_in
from plekberaad_app.features.evenings.views import DeletedCard, GroupView
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
from plekberaad_app.room.running import run, run_patiently

MAX_SOUGHT = 100
SEARCH_FIELD = "zoek"

Hung = tuple[list[GroupView], list[DeletedCard]]


class PreparingState(Answering, rx.State):
    """The evenings of a library; filled for a logged-in facilitator, the defaults are empty.

    `groups` is what is shown of the board, `total` how many evenings are on all of it.
    """

    library_name: str = ""
    facilitator_name: str = ""
    address: str = ""
    groups: list[GroupView] = []
    deleted: list[DeletedCard] = []
    total: int = 0
    sought: str = ""
    times_cleared: int = 0
    templates: list[TemplateCard] = []
    _board: list[GroupView] = []
    _past: int = SHOWN

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the evenings to a logged-in facilitator; send others to the login page."""
        self.reset()
        found = await run_patiently(as_facilitator(self, _desk_for))
        if found.is_refused:
            return rx.redirect(LOGIN)
        self.library_name, self.facilitator_name, self.templates, hung = found.value
        self._hang(*hung)
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
        """Delete an evening; for a day it can be restored."""
        deleted = await run(as_facilitator(self, _delete), str(code))
        self._tell(deleted, "preparing.done.deleted")
        await self._hang_again()

    @rx.event
    @allows(Action.REMOVE, Resource.EVENING)
    async def restore(self, code: str) -> None:
        """An evening that was deleted is there again."""
        restored = await run(as_facilitator(self, _restore), str(code))
        self._tell(restored, "preparing.done.restored")
        await self._hang_again()

    @rx.event
    @allows(Action.ADD, Resource.EVENING)
    async def copy(self, code: str) -> Any:
        """Make another evening of this one; open it."""
        made = await run(as_facilitator(self, _copy), str(code))
        self._tell(made)
        return None if made.is_refused else rx.redirect(f"/voorbereiden/{made.value.code}")

    @rx.event
    @allows(Action.READ, Resource.EVENING)
    async def search(self, sought: str) -> None:
        """Show only the evenings in which every one of these words is."""
        self.sought, self._past = str(sought)[:MAX_SOUGHT].strip(), SHOWN
        self._show()

    @rx.event
    @allows(Action.READ, Resource.EVENING)
    async def clear_search(self) -> Any:
        """Show all evenings again, with an empty field to search in."""
        self.sought, self._past = "", SHOWN
        self.times_cleared += 1
        self._show()
        return rx.set_focus(SEARCH_FIELD)

    @rx.event
    @allows(Action.READ, Resource.EVENING)
    async def show_more(self) -> None:
        """Show more of the evenings that were."""
        self._past += SHOWN
        self._show()

    async def _hang_again(self) -> None:
        found = await run(as_facilitator(self, _hung_for))
        if not found.is_refused:
            self._hang(*found.value)

    def _hang(self, groups: list[GroupView], deleted: list[DeletedCard]) -> None:
        self._board, self.deleted = groups, deleted
        self.total = sum(len(group.cards) for group in groups)
        self._show()

    def _show(self) -> None:
        self.groups = shown(self._board, self.sought, self._past)


def _desk_for(who: Facilitator) -> tuple[str, str, list[TemplateCard], Hung]:
    return logins.library_of(who), who.name, offered(who), _hung_for(who)


def _hung_for(who: Facilitator) -> Hung:
    evenings, moment = library_evenings.list_for(who), now()
    todo = checklists([each for each in evenings if each.status is Status.LOBBY])
    deleted = [deleted_card(*each) for each in deletion.restorable(who)]
    return board(evenings, todo, moment), deleted


def _create(who: Facilitator, form: Any) -> LiveSession:
    return library_evenings.create(
        who,
        about_in(form),
        now(),
        template=read_text(form, "template") or DEFAULT,
        live_session_id=read_id(read_text(form, "id")),
    )


def _delete(who: Facilitator, code: str) -> None:
    deletion.mark_deleted(who, code, now())


def _restore(who: Facilitator, code: str) -> None:
    deletion.restore(who, code)


def _copy(who: Facilitator, code: str) -> LiveSession:
    return copying.copy(who, code, now())
