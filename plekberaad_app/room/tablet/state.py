"""The facilitator's tablet: shows what the publisher sends, and passes commands on."""

from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import form_number, read_number, read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.steering import ReturnPoint
from plekberaad_app.live.registry import room_registry
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import clock_time
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import (
    acts,
    at_tables,
    obstacle_fixes,
    projector_display,
    spreading,
    steering,
    takeover_pin,
)
from plekberaad_app.room.act_requests import read_act_request, read_id
from plekberaad_app.room.identity import allows, facilitator_token, route_code
from plekberaad_app.room.option_forms import change_options, fill_in, stored_key
from plekberaad_app.room.screen_vars import ScreenVars
from plekberaad_app.room.tablet.forms import read_table, sent_as, to_undo
from plekberaad_app.room.tablet.people_state import PeopleHandlers
from plekberaad_app.room.tablet.steering import UseCase, steered_room
from plekberaad_app.room.views.common import GroupCard, NextStepCard, TableCard
from plekberaad_app.room.views.tablet import (
    AtTablesView,
    ControlsView,
    NoticeView,
    PersonCard,
    PlanView,
    ScriptView,
    StepCard,
)


class TabletState(ScreenVars, PeopleHandlers, rx.State):
    """The vars are views; the publisher fills them. Whatever starts with an underscore stays
    here."""

    roster: list[PersonCard] = []
    # A PresenceView; an empty default, since Reflex sends every screen the defaults of all states.
    presence: dict[str, Any] = {}
    tables: list[TableCard] = []
    groups: list[GroupCard] = []
    programme: list[StepCard] = []
    next_steps: list[NextStepCard] = []
    plan: PlanView = PlanView()
    controls: ControlsView = ControlsView()
    script: ScriptView = ScriptView()
    pin: str = ""
    projectors: int = 0
    writing_tables: list[int] = []
    at_tables: AtTablesView = AtTablesView()
    # The steering version on which somebody wanted to go on but could not.
    held_on: int = -1
    # Where the room was before it went on or skipped a step, until the next steering command.
    _left: ReturnPoint | None = None

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the room to anyone who may steer it; others are told that it is not there, or may
        log in."""
        code = route_code(self)
        # A form may have been stored just before a lost connection reloaded the page.
        self.notice = NoticeView(stored=self.notice.stored)
        self._live_session_id, self.pin = "", ""
        self._live_session_id, elsewhere = await steered_room(self, code)
        if self._live_session_id:
            viewer = Viewer(self.router.session.session_id, "tablet", key=facilitator_token(self))
            room_registry().enter(self._live_session_id, viewer)
        return elsewhere

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    async def steer(self, command: str, made_on: int) -> None:
        """Move the room on, back, or change how it moves."""
        await self._move(
            lambda who, room: steering.steer(who, room, str(command), read_number(made_on), now()),
            "gone_on" if command == "next" else "left_out",
        )
        if self.notice.kind == "held":
            self.held_on = read_number(made_on)

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    async def stand_again(self) -> None:
        """Go back to where the room was before it went on or skipped a step."""
        await self._do(
            lambda who, room: steering.stand_again(who, room, to_undo(self._left), now()),
            done=lambda _: text("live.done.standing_again"),
        )
        self._left = None

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    async def cure(self, form: dict[str, Any]) -> None:
        """Resolve what stops the room, with a button that it offers; the form names the button."""
        await self._move(
            lambda who, room: obstacle_fixes.cure(
                who,
                room,
                read_id(read_text(form, "cure")),
                form,
                form_number(form, "made_on"),
                now(),
            )
        )

    async def _move(self, use_case: UseCase, done: str = "left_out") -> None:
        """Run a command that may leave where the room was, which can be taken back: *Volgende* for
        ten seconds, a skipped step until the next command."""
        outcome = await self._ask(use_case)
        if outcome.is_refused:
            return
        self._left = outcome.value
        if self._left:
            self._tell("ok", text(f"live.done.{done}"), can_return=True, is_brief=done == "gone_on")
        else:
            self._tell("", "")

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    async def spread_rest(self, made_on: int) -> None:
        """Spread what is left of the evening over the steps to come."""
        await self._do(
            lambda who, room: spreading.spread_rest(who, room, read_number(made_on), now()),
            done=lambda end: text("live.done.rest_spread", end=clock_time(end)),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    async def reopen(self, step_id: str, made_on: int) -> None:
        """Go back to the start of a step that is over."""
        await self._do(
            lambda who, room: steering.reopen(
                who, room, read_id(step_id), read_number(made_on), now()
            )
        )

    @rx.event
    @allows(Action.CHANGE, Resource.CLOCK)
    async def unlock(self, table: int, on: bool, made_on: int) -> None:
        """Let one table leave the room's clock, or let it rejoin."""
        await self._do(
            lambda who, room: steering.unlock(
                who, room, read_number(table), on is True, read_number(made_on), now()
            )
        )

    @rx.event
    @allows(Action.CHANGE, Resource.HELP)
    async def answer_call(self, table: int, solved: bool) -> None:
        """Tell a table that somebody is coming, or that its call was answered."""
        await self._do(
            lambda who, room: at_tables.answer_call(
                who, room, read_number(table), solved=solved is True
            )
        )

    @rx.event
    @allows(Action.CHANGE, Resource.SCREEN)
    async def show(self, mode: str) -> None:
        """Choose what the projector shows."""
        await self._do(lambda who, room: projector_display.show(who, room, str(mode)))

    @rx.event
    @allows(Action.CHANGE, Resource.SCREEN)
    async def wall(self, table: int) -> None:
        """Show one table's notes on the projector, or all with 0."""
        await self._do(
            lambda who, room: projector_display.choose_wall(who, room, read_number(table))
        )

    @rx.event
    @allows(Action.CHANGE, Resource.SCREEN)
    async def spotlight(self, contribution_id: str) -> None:
        """Show one note large on the projector; '' removes it."""
        await self._do(
            lambda who, room: projector_display.put_in_light(
                who, room, read_id(contribution_id), now()
            )
        )

    @rx.event
    @allows(Action.CHANGE, Resource.NOTE)
    async def hide(self, contribution_id: str, hidden: bool) -> None:
        """Take a note off all screens, or bring it back."""
        await self._do(
            lambda who, room: acts.hide(who, room, read_id(contribution_id), hidden is True)
        )

    @rx.event
    @allows(Action.ADD, Resource.CONTRIBUTION_OF_OTHERS)
    async def act(self, step_id: str, round: int, name: str, payload: dict[str, Any]) -> None:
        """Do something in a step for a table, or for a person without a phone."""
        await self._do(
            lambda who, room: acts.act_as_facilitator(
                who, room, read_act_request(step_id, round, name, payload), now()
            ),
            about=sent_as(payload),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def set_options(self, form: dict[str, Any]) -> None:
        """Change the options of a step; the form names the step."""
        await self._do(
            lambda who, room: fill_in(who, room, form),
            done=lambda _: text(stored_key(form)),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def change_options(self, step_id: str, options: dict[str, Any]) -> None:
        """Change some options of a step that has not begun; the others stay as they were."""
        await self._do(
            lambda who, room: change_options(who, room, read_id(step_id), options),
            done=lambda _: text(stored_key(options)),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.SCREEN)
    async def send_message(self, form: dict[str, Any]) -> None:
        """Show a message on all phones and the projector, or to one table."""
        outcome = await self._ask(
            lambda who, room: projector_display.send_message(
                who, room, read_text(form, "text"), read_table(form)
            )
        )
        if not outcome.is_refused:
            found = outcome.value
            kind, key = ("warning", f"warn.{found}") if found else ("ok", "message_sent")
            self._tell(kind, text(f"live.done.{key}"), stored=sent_as(form))

    @rx.event
    @allows(Action.ADD, Resource.STAND_IN)
    async def make_pin(self) -> None:
        """Make the PIN with which another device takes over."""
        outcome = await self._ask(
            lambda who, room: takeover_pin.make_takeover_pin(who, room, now())
        )
        self.pin = "" if outcome.is_refused else outcome.value
        if self.pin:
            self._tell("", "")
