"""The facilitator's tablet: shows what the publisher sends, passes commands on."""

import random
from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.i18n.catalogue import text
from plekberaad_app.live.house import house
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.live.views import (
    ClockView,
    CompositionView,
    ControlsView,
    NextStepCard,
    NoteView,
    NoticeView,
    PersonCard,
    PlanView,
    RoomView,
    StageView,
    StepCard,
    TableCard,
)
from plekberaad_app.services import (
    accounts,
    arriving,
    conducting,
    contributing,
    owning,
    preparing,
    seating,
    showing,
)
from plekberaad_app.services.permission import Driver, require_driver
from plekberaad_app.states.identity import allows, anyone, driver, driver_token, route_code
from plekberaad_app.states.running import Outcome, now, run
from plekberaad_app.states.tablet_forms import carousel_options, form_number, seating_sentence
from plekberaad_app.states.wishing import read_number, read_text, read_wish

NOBODY = Driver("", "")


class TabletState(rx.State):
    """The vars are views; the publisher fills them. What is underscored stays on the server."""

    room: RoomView = RoomView()
    stage: StageView = StageView()
    clock: ClockView = ClockView()
    face: dict[str, Any] = {}
    notes_settled: list[NoteView] = []
    notes_older: list[NoteView] = []
    notes_recent: list[NoteView] = []
    notes_newest: list[NoteView] = []
    roster: list[PersonCard] = []
    composition: CompositionView = CompositionView()
    tables: list[TableCard] = []
    programme: list[StepCard] = []
    next_steps: list[NextStepCard] = []
    plan: PlanView = PlanView()
    controls: ControlsView = ControlsView()
    notice: NoticeView = NoticeView()
    pin: str = ""

    _live_session_id: str = ""
    _driver: Driver = NOBODY
    _seats_before: tuple[seating.Seat, ...] = ()

    @rx.event
    @allows(anyone)
    async def enter(self) -> Any:
        """Show the room to who may drive it; send others to the login page."""
        code = route_code(self)
        found = await run(_who_drives, code, driver_token(self))
        if found.is_refused:
            return rx.redirect(f"/inloggen?naar={code}")
        self._live_session_id, self._driver = found.value
        viewer = Viewer(self.router.session.session_id, "tablet")
        await house().enter(self._live_session_id, viewer)
        return None

    @rx.event
    @allows(driver)
    async def steer(self, command: str, made_on: int) -> None:
        """Move the room on, back, or change how it moves."""
        await self._do(
            lambda: conducting.steer(
                self._driver, self._live_session_id, str(command), read_number(made_on), now()
            )
        )

    @rx.event
    @allows(driver)
    async def show(self, mode: str) -> None:
        """Choose what the projector shows."""
        await self._do(lambda: showing.show(self._driver, self._live_session_id, str(mode)))

    @rx.event
    @allows(driver)
    async def wall(self, table: int) -> None:
        """Show one table's notes on the projector, or all with 0."""
        await self._do(
            lambda: showing.choose_wall(self._driver, self._live_session_id, read_number(table))
        )

    @rx.event
    @allows(driver)
    async def spotlight(self, contribution_id: str) -> None:
        """Put one note large on the projector; '' takes it away."""
        await self._do(
            lambda: showing.put_in_light(self._driver, self._live_session_id, str(contribution_id))
        )

    @rx.event
    @allows(driver)
    async def hide(self, contribution_id: str, hidden: bool) -> None:
        """Take a note off all screens, or bring it back."""
        await self._do(
            lambda: contributing.hide(
                self._driver, self._live_session_id, str(contribution_id), hidden is True
            )
        )

    @rx.event
    @allows(driver)
    async def act(self, step_id: str, round: int, name: str, payload: dict[str, Any]) -> None:
        """Do something in a step for a table, or for a person without a phone."""
        await self._do(
            lambda: contributing.act_as_driver(
                self._driver,
                self._live_session_id,
                read_wish(step_id, round, name, payload),
                now(),
            ),
            about=payload.get("id", "") if isinstance(payload, dict) else "",
        )

    @rx.event
    @allows(driver)
    async def add_person(self, form: dict[str, Any]) -> None:
        """Let somebody without a phone join."""
        await self._do(
            lambda: arriving.add_by_hand(
                self._driver,
                self._live_session_id,
                read_text(form, "name"),
                read_text(form, "kind"),
                read_text(form, "habit"),
                now(),
            ),
            done=lambda person: text("live.done.person_added", number=person.number),
        )

    @rx.event
    @allows(driver)
    async def rename_person(self, form: dict[str, Any]) -> None:
        """Correct a first name."""
        await self._do(
            lambda: arriving.rename(
                self._driver,
                self._live_session_id,
                form_number(form, "number"),
                read_text(form, "name"),
            )
        )

    @rx.event
    @allows(driver)
    async def remove_person(self, number: int) -> None:
        """Take somebody who left off the list."""
        await self._do(
            lambda: arriving.remove(self._driver, self._live_session_id, read_number(number))
        )

    @rx.event
    @allows(driver)
    async def make_tables(self, form: dict[str, Any]) -> None:
        """Divide everyone over tables and say what was done."""
        outcome = await run(
            lambda: seating.make_tables(
                self._driver, self._live_session_id, form_number(form, "tables"), random.Random()
            )
        )
        if outcome.is_refused:
            self._answer(outcome)
            return
        summary, self._seats_before = outcome.value
        self._tell("ok", seating_sentence(summary), can_undo=True)

    @rx.event
    @allows(driver)
    async def move_person(self, number: int, table: int) -> None:
        """Give one person another table; warn when the mix gets worse."""
        outcome = await run(
            lambda: seating.move(
                self._driver, self._live_session_id, read_number(number), read_number(table)
            )
        )
        if outcome.is_refused:
            self._answer(outcome)
            return
        self._seats_before = outcome.value.before
        worse = outcome.value.is_worse
        key = "live.done.moved_worse" if worse else "live.done.moved"
        self._tell("warning" if worse else "ok", text(key, table=table), can_undo=True)

    @rx.event
    @allows(driver)
    async def undo_seating(self) -> None:
        """Put everyone back where they sat before the last change."""
        await self._do(
            lambda: seating.put_back(self._driver, self._live_session_id, self._seats_before),
            done=lambda _: text("live.done.seats_back"),
        )

    @rx.event
    @allows(driver)
    async def keep_together(self, number: int, other: int) -> None:
        """Mark two people as company."""
        await self._do(
            lambda: seating.keep_together(
                self._driver, self._live_session_id, read_number(number), read_number(other)
            )
        )

    @rx.event
    @allows(driver)
    async def keep_apart(self, number: int) -> None:
        """Take somebody out of their company."""
        await self._do(
            lambda: seating.keep_apart(self._driver, self._live_session_id, read_number(number))
        )

    @rx.event
    @allows(driver)
    async def name_owner(self, form: dict[str, Any]) -> None:
        """Name somebody as owner of a challenge."""
        await self._do(
            lambda: owning.name_owner(
                self._driver,
                self._live_session_id,
                form_number(form, "number"),
                read_text(form, "sentence"),
                now(),
            )
        )

    @rx.event
    @allows(driver)
    async def drop_owner(self, number: int) -> None:
        """Take somebody's challenge off the list."""
        await self._do(
            lambda: owning.drop_owner(self._driver, self._live_session_id, read_number(number))
        )

    @rx.event
    @allows(driver)
    async def set_carousel(self, form: dict[str, Any]) -> None:
        """Choose how the carousel rotates, its rounds and its lengths."""
        await self._do(
            lambda: preparing.set_options(
                self._driver,
                self._live_session_id,
                read_text(form, "step_id"),
                carousel_options(form),
            ),
            done=lambda _: text("live.done.carousel_set"),
        )

    @rx.event
    @allows(driver)
    async def send_message(self, form: dict[str, Any]) -> None:
        """Show a message on all phones and the projector."""
        await self._do(
            lambda: showing.send_message(
                self._driver, self._live_session_id, read_text(form, "text")
            ),
            done=lambda _: text("live.done.message_sent"),
        )

    @rx.event
    @allows(driver)
    async def make_pin(self) -> None:
        """Make the PIN with which another device takes over."""
        outcome = await run(accounts.make_takeover_pin, self._driver, self._live_session_id, now())
        self.pin = "" if outcome.is_refused else outcome.value
        self._answer(outcome)

    async def _do(
        self,
        use_case: Callable[[], Any],
        done: Callable[[Any], str] | None = None,
        about: Any = "",
    ) -> None:
        outcome = await run(use_case)
        if outcome.is_refused or done is None:
            self._answer(outcome, about)
        else:
            self._tell("ok", done(outcome.value), about)

    def _answer(self, outcome: Outcome, about: Any = "") -> None:
        sentence = outcome.sentence.nl
        self._tell("error" if sentence else "", sentence, about)

    def _tell(self, kind: str, sentence: str, about: Any = "", *, can_undo: bool = False) -> None:
        self.notice = NoticeView(str(about)[:64], kind, sentence, can_undo)


def _who_drives(code: str, token: str) -> tuple[str, Driver]:
    """The live session with this code and who drives it; raises NotAllowed for anybody else."""
    live_session = arriving.find_room(code)
    who = accounts.who_drives(token, now()) or NOBODY
    require_driver(who, live_session)
    return live_session.id, who
