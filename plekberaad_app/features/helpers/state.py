"""On the desk of an evening: who has a link for it, and handing out another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import form_number, read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.helpers import links
from plekberaad_app.features.helpers.links import HandedOut
from plekberaad_app.features.helpers.model import Wanted
from plekberaad_app.platform import logins
from plekberaad_app.platform.addresses import public_url
from plekberaad_app.platform.permissions import Facilitator, Helper
from plekberaad_app.platform.settings import settings
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission
from plekberaad_app.room.act_requests import read_id
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, facilitator_token, route_code
from plekberaad_app.room.running import Outcome, run, run_patiently
from plekberaad_app.ui.data_pictures import qr_picture

UseCase = Callable[[Facilitator, str], Any]


@dataclass(frozen=True)
class HelperCard:
    """Somebody with a link; `role` is a Role, `table` 0 for who is not of one."""

    id: str = ""
    role: str = ""
    name: str = ""
    table: int = 0


@dataclass(frozen=True)
class StepChoice:
    """A step in which an artist may contribute."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True)
class LinkCard:
    """A link that was handed out just now; it cannot be shown again."""

    id: str = ""
    role: str = ""
    name: str = ""
    table: int = 0
    link: str = ""
    qr: str = ""


class HelpersState(Answering, rx.State):
    """Filled for a facilitator of the library; the defaults are empty."""

    may_hand_out: bool = False
    title: str = ""
    steps: list[StepChoice] = []
    helpers: list[HelperCard] = []
    handed_out: list[LinkCard] = []

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show who has a link; somebody who steers one evening alone hands out none."""
        self.reset()
        await self._show()

    @rx.event
    @allows(Action.ADD, Resource.HELPER)
    async def hand_out(self, form: dict[str, Any]) -> None:
        """Make a link for one person; or for each table, if the form says how many there are."""
        await self._make(lambda who, room: links.hand_out(who, room, _wanted(form), now()))

    @rx.event
    @allows(Action.ADD, Resource.HELPER)
    async def renew(self, helper_id: str) -> None:
        """Make another link for somebody who lost theirs."""
        wanted = helper_id
        await self._make(lambda who, room: [links.renew(who, room, read_id(wanted), now())])

    @rx.event
    @allows(Action.REMOVE, Resource.HELPER)
    async def withdraw(self, helper_id: str) -> None:
        """Make a link void; its screens say so at once."""
        outcome = await self._ask(lambda who, room: links.withdraw(who, room, read_id(helper_id)))
        self._tell(outcome, "helpers.done.withdrawn")
        self.handed_out = [each for each in self.handed_out if each.id != str(helper_id)]
        await self._show()

    async def _make(self, use_case: UseCase) -> None:
        made = await self._ask(use_case)
        self._tell(made, "helpers.done.made", form="new")
        if not made.is_refused:
            self.handed_out = [_link_card(each) for each in made.value]
            await self._show()

    async def _ask(self, use_case: UseCase) -> Outcome:
        return await run(_asked, facilitator_token(self), route_code(self), use_case)

    async def _show(self) -> None:
        found = await run_patiently(_asked, facilitator_token(self), route_code(self), _look)
        self.may_hand_out = not found.is_refused
        if not found.is_refused:
            self.title, self.steps, self.helpers = found.value


def _asked(token: str, code: str, use_case: UseCase) -> Any:
    who = logins.require_login(token, now())
    return use_case(who, admission.find_room(code).id)


def _look(who: Facilitator, live_session_id: str) -> tuple[str, list[StepChoice], list[HelperCard]]:
    found = links.links_of(who, live_session_id)
    steps = [StepChoice(step.id, step.title) for step in found.steps]
    return found.title, steps, [_card(helper) for helper in found.helpers]


def _wanted(form: Any) -> list[Wanted]:
    if read_text(form, "tables"):
        return Wanted.of_tables(form_number(form, "tables"))
    table = form_number(form, "table") if read_text(form, "table") else 0
    step_id = read_id(read_text(form, "step_id"))
    return [Wanted.of(read_text(form, "role"), read_text(form, "name"), table, step_id)]


def _card(helper: Helper) -> HelperCard:
    return HelperCard(helper.id, helper.role.value, helper.name, helper.table or 0)


def _link_card(made: HandedOut) -> LinkCard:
    link = f"{public_url(settings())}{made.path}"
    return LinkCard(**vars(_card(made.helper)), link=link, qr=qr_picture(link))
