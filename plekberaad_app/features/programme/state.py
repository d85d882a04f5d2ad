"""The page of one programme."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.form_values import read_number
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.features.evenings import AboutView, about_in, about_of, describe
from plekberaad_app.features.programme import advice, fitting
from plekberaad_app.features.programme.cards import (
    advice_cards,
    bar,
    editor_steps,
    seen_steps,
)
from plekberaad_app.features.programme.forms import edge_of, titles_of_kinds, told_proposal
from plekberaad_app.features.programme.views import AdviceCard, BarView, EditorStep
from plekberaad_app.platform.i18n.dates import clock_time
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.platform.routes import LOGIN
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import programme_edits, programme_writing
from plekberaad_app.room.act_requests import read_id
from plekberaad_app.room.answering import Answering
from plekberaad_app.room.identity import allows, as_facilitator, route_code
from plekberaad_app.room.option_forms import fill_in, stored_key
from plekberaad_app.room.programmes import programme as programme_of
from plekberaad_app.room.projections.controls import minutes
from plekberaad_app.room.projections.planning import fits_evening
from plekberaad_app.room.running import run, run_patiently
from plekberaad_app.room.step_words import Seen
from plekberaad_app.room.views.tablet import FitView


class ProgrammeState(Answering, rx.State):
    """The programme of the evening in the page's address; a step's form is named after its id."""

    about: AboutView = AboutView()
    steps: list[EditorStep] = []
    bar: BarView = BarView()
    advice: list[AdviceCard] = []
    total_minutes: int = 0
    starts_at: str = ""
    ends_at: str = ""
    fits: FitView = FitView()
    proposal: str = ""
    is_closed: bool = False
    can_undo: bool = False
    can_redo: bool = False
    # The steps as this page shows them: what a colleague changes meanwhile is not overwritten.
    _seen: dict[str, Seen] = {}

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show the programme to anyone who may steer the evening; send others to the login page."""
        self.reset()
        found = await run_patiently(as_facilitator(self, _shown), route_code(self))
        if found.is_refused:
            return rx.redirect(LOGIN)
        self._show(*found.value)
        return None

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def describe(self, form: dict[str, Any]) -> None:
        """Change what the evening is about."""
        await self._edit(
            lambda who, evening: describe(who, evening.id, about_in(form)),
            "preparing.done.stored",
            form="about",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def refit(self) -> None:
        """Make the programme fill the minutes of the evening."""
        await self._edit(
            lambda who, evening: fitting.refit(who, evening.id),
            "preparing.done.refitted",
            form="fit",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def add_step(self, kind: str, step_id: str) -> None:
        """Add a new step at the end, once for this id."""
        # A kind that is unknown has no title, and is refused by the use case.
        title = titles_of_kinds().get(str(kind), str(kind))
        await self._edit(
            lambda who, evening: programme_edits.add_step(
                who, evening.id, str(kind), title, step_id=read_id(step_id)
            ),
            "preparing.done.added",
            form="add",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def remove_step(self, step_id: str) -> None:
        """Remove a step."""
        await self._edit(
            lambda who, evening: programme_edits.remove_step(who, evening.id, str(step_id)),
            "preparing.done.removed",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def move_step(self, step_id: str, place: int) -> None:
        """Move a step to this place in the list, 0 for the first.

        Its buttons are never disabled: if it cannot go any further, they say so.
        """
        await self._edit(
            lambda who, evening: programme_edits.move_step(
                who, evening.id, str(step_id), read_number(place)
            ),
            edge_of(place, len(self.steps)),
            form=f"move.{step_id}",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def duplicate_step(self, step_id: str, new_step_id: str) -> None:
        """Put a second step like this one after it, once for this new id."""
        await self._edit(
            lambda who, evening: programme_edits.duplicate_step(
                who, evening.id, str(step_id), new_step_id=read_id(new_step_id)
            ),
            "programme.done.duplicated",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def set_minutes(self, step_id: str, minutes: int) -> None:
        """Give a step this many minutes."""
        await self._edit(
            lambda who, evening: programme_edits.edit_step(
                who, evening.id, str(step_id), minutes=read_number(minutes)
            ),
            form=f"minutes.{step_id}",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def follow(self, code: str) -> None:
        """Follow an advice."""
        await self._edit(
            lambda who, evening: advice.follow(who, evening.id, str(code)),
            "programme.done.followed",
            form="fit",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def store_step(self, form: dict[str, Any]) -> None:
        """Store everything in a step's form; the form names the step."""
        # Not the proxies in which the framework hands them out.
        seen = deepcopy(self._seen)
        await self._edit(
            lambda who, evening: fill_in(who, evening.id, form, seen),
            stored_key(form),
            form=_step_in(form),
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def undo(self) -> None:
        """Undo one's own last edit."""
        await self._edit(
            lambda who, evening: programme_writing.undo(who, evening.id),
            "programme.done.undone",
            form="undo",
        )

    @rx.event
    @allows(Action.CHANGE, Resource.PROGRAMME)
    async def redo(self) -> None:
        """Do again what was undone last."""
        await self._edit(
            lambda who, evening: programme_writing.redo(who, evening.id),
            "programme.done.redone",
            form="undo",
        )

    async def _edit(
        self, edit: Callable[[Facilitator, LiveSession], Any], done: str = "", form: str = ""
    ) -> None:
        changed = await run(as_facilitator(self, _edited), route_code(self), edit)
        self._tell(changed, done, form)
        if not changed.is_refused:
            self._show(*changed.value)

    def _show(self, evening: Evening, can_undo: bool, can_redo: bool) -> None:
        moment = now()
        length = _length(evening)
        begins = evening.live_session.started_at or evening.live_session.starts_at or moment
        self.about = about_of(evening.live_session)
        self.is_closed = not evening.live_session.is_open
        self.can_undo, self.can_redo = can_undo, can_redo
        self.steps, self.fits = editor_steps(evening, moment), fits_evening(evening)
        self.bar, self.advice = bar(evening), advice_cards(evening)
        self._seen = seen_steps(evening, moment)
        self.proposal = told_proposal(fitting.proposal_for(evening))
        self.total_minutes = minutes(length)
        self.starts_at, self.ends_at = clock_time(begins), clock_time(begins + length)


def _edited(
    who: Facilitator, code: str, edit: Callable[[Facilitator, LiveSession], Any]
) -> tuple[Evening, bool, bool]:
    """Change the programme, and read it back."""
    edit(who, programme_of(who, code).live_session)
    return _shown(who, code)


def _shown(who: Facilitator, code: str) -> tuple[Evening, bool, bool]:
    """The evening, and whether there is something to undo and to do again."""
    evening = programme_of(who, code)
    return (evening, *programme_writing.undoable(who, evening.live_session.id))


def _length(evening: Evening) -> timedelta:
    timeline = timeline_of(evening.steps)
    return timeline.length_from(timeline.first())


def _step_in(form: Any) -> str:
    """The step that a form names, for the reply to it; the use case refuses an unknown one."""
    return str(form.get("step_id", ""))[:64] if isinstance(form, dict) else ""
