"""The screen of one table: shows what the publisher sends, and passes on what people do there."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.capabilities import OwnNote
from plekberaad_app.activities.contract.discovery import is_kept
from plekberaad_app.core.form_values import read_number
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.say import Say
from plekberaad_app.platform import helper_links
from plekberaad_app.platform.permissions import Helper
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import at_tables, steering, table_acts
from plekberaad_app.room.act_requests import read_act_request
from plekberaad_app.room.identity import allows, route_part
from plekberaad_app.room.link_entering import enter_by_link
from plekberaad_app.room.running import Outcome, run
from plekberaad_app.room.screen_vars import ScreenVars
from plekberaad_app.room.views.common import TableView
from plekberaad_app.room.views.host import HostView
from plekberaad_app.room.views.phone import MeView, RefusalView, TakenHomeView


class HostState(ScreenVars, rx.State):
    """The vars are views; the publisher fills them. Who asks is in the address each time."""

    me: MeView = MeView()
    mine: list[OwnNote] = []
    stored: list[str] = []
    personal: dict[str, Any] = {}
    # Panels look here when the room is thanked; nothing goes home with a table.
    home: TakenHomeView = TakenHomeView()
    host: HostView = HostView()
    at_table: TableView = TableView()
    refusal: RefusalView = RefusalView()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show the table to whoever has its link."""
        await enter_by_link(self, "host", Resource.TABLE)

    @rx.event
    @allows(Action.ADD, Resource.CONTRIBUTION_OF_TABLE)
    async def act(self, step_id: str, round: int, name: str, payload: dict[str, Any]) -> None:
        """Do something in a step, for the table or for somebody there without a phone."""
        outcome = await self._ask(
            lambda host: table_acts.act_at_table(
                host, read_act_request(step_id, round, name, payload), now()
            )
        )
        self._answer(outcome, payload, stays=outcome.is_away and is_kept(name, self.room.kinds))

    @rx.event
    @allows(Action.CHANGE, Resource.TABLE_TIME)
    async def take_time(self, on: bool, made_on: int) -> None:
        """Go on with this phase while the room moves on, or rejoin the room."""
        outcome = await self._ask(
            lambda host: steering.take_time(host, on is True, read_number(made_on), now())
        )
        self._answer(outcome, {})

    @rx.event
    @allows(Action.CHANGE, Resource.READINESS)
    async def be_ready(self, stop: str, on: bool) -> None:
        """The table is ready for what comes next, or not after all."""
        outcome = await self._ask(
            lambda host: at_tables.be_ready(host, str(stop), now(), on=on is True)
        )
        self._answer(outcome, {})

    @rx.event
    @allows(Action.ADD, Resource.HELP)
    async def call_for_help(self, on: bool) -> None:
        """The table needs help, or no longer."""
        outcome = await self._ask(lambda host: at_tables.call_for_help(host, now(), on=on is True))
        self._answer(outcome, {})

    @rx.event
    @allows(Action.CHANGE, Resource.SPEAKER)
    async def pass_the_word(self) -> None:
        """The next at the table has the turn to speak."""
        self._answer(await self._ask(lambda host: at_tables.pass_the_word(host, now())), {})

    async def _ask(self, use_case: Callable[[Helper], Any]) -> Outcome:
        return await run(_as_host, route_part(self), use_case)

    def _answer(self, outcome: Outcome, payload: Any, *, stays: bool = False) -> None:
        """Say why it was refused. What `stays` on the device is sent again by itself."""
        sentence = Say("error.not_stored_yet") if stays else outcome.sentence
        if sentence.key or self.refusal.sentence.key:
            about = payload.get("id", "") if isinstance(payload, dict) else ""
            self.refusal = RefusalView(str(about)[:64] if sentence.key else "", sentence, stays)


def _as_host(token: str, use_case: Callable[[Helper], Any]) -> Any:
    return use_case(helper_links.who_helps(token))
