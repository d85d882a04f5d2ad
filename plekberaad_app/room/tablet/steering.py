"""How a tablet calls a use case: as whoever its cookie belongs to, in the room it shows."""

from collections.abc import Callable
from functools import partial
from typing import Any

import reflex as rx

from plekberaad_app.core.errors import BadInput, DomainError, HeldUp, NotFound
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform import logins
from plekberaad_app.platform.i18n.catalogue import in_words
from plekberaad_app.platform.permissions import Facilitator, require_facilitator
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission
from plekberaad_app.room.identity import as_facilitator, facilitator_token, steers
from plekberaad_app.room.running import Outcome, find_patiently, run, run_patiently
from plekberaad_app.room.views.common import StageView
from plekberaad_app.room.views.tablet import NoticeView

UseCase = Callable[[Facilitator, str], Any]


class Steering(rx.State, mixin=True):
    """What every handler of the tablet shares: calling a use case, and saying how it went.

    Who steers is checked each time: a browser keeps its state, even when somebody else logs in.
    """

    notice: NoticeView = NoticeView()

    _live_session_id: str = ""

    async def _ask(self, use_case: UseCase) -> Outcome:
        """Call a use case with the facilitator and the live session; a refusal is shown at once."""
        outcome = await run(as_facilitator(self, use_case), self._live_session_id)
        if outcome.is_refused:
            is_held = isinstance(outcome.refusal, HeldUp)
            self._tell("held" if is_held else "error", in_words(outcome.sentence))
        return outcome

    async def _do(
        self, use_case: UseCase, done: Callable[[Any], str] | None = None, about: Any = ""
    ) -> None:
        """Call it, and say how it went; without `done`, success needs no words.

        `about` is the id of what was sent, or ''.
        """
        outcome = await self._ask(use_case)
        if not outcome.is_refused:
            sentence = done(outcome.value) if done else ""
            self._tell("ok" if sentence else "", sentence, stored=str(about)[:64])

    def _tell(
        self,
        kind: str,
        sentence: str,
        *,
        stored: str = "",
        can_undo: bool = False,
        can_return: bool = False,
        is_brief: bool = False,
    ) -> None:
        number = self.notice.number + 1
        self.notice = NoticeView(
            stored, kind, sentence, can_undo, number, can_return=can_return, is_brief=is_brief
        )


async def steered_room(state: Any, code: str) -> tuple[str, Any]:
    """The live session with this code, or '' and where to log in for it.

    If there is no such room, the screen says so.
    """
    token = facilitator_token(state)
    look = run_patiently if await steers(token) else partial(find_patiently, state, code)
    found = await look(_steered_room, code, token)
    if isinstance(found.refusal, BadInput | NotFound):
        state.stage = StageView(status="unknown")
        return "", None
    if found.is_refused:
        return "", rx.redirect(way_in(code, found.refusal))
    return found.value, None


def way_in(code: str, refusal: DomainError | None) -> str:
    """Where to log in for this evening; somebody who already has is told why that is not enough."""
    asked = f"/inloggen?naar={code}"
    is_elsewhere = refusal is not None and refusal.code == "not_your_library"
    return f"{asked}&fout=not_your_library" if is_elsewhere else asked


def _steered_room(code: str, token: str) -> str:
    """The id of the live session with this code; raises NotAllowed for anyone who may not steer
    it."""
    live_session = admission.find_room(code)
    facilitator = logins.require_login(token, now())
    require_facilitator(facilitator, live_session, Action.READ, Resource.EVENING)
    return live_session.id
