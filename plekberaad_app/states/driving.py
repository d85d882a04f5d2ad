"""How a tablet asks for something: as who its cookie says, in the room it shows."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from plekberaad_app.live.views import NoticeView
from plekberaad_app.services import accounts
from plekberaad_app.services.asking import now
from plekberaad_app.services.permission import Driver
from plekberaad_app.states.identity import driver_token
from plekberaad_app.states.running import Outcome, run

UseCase = Callable[[Driver, str], Any]


class Driving(rx.State, mixin=True):
    """What every handler of the tablet shares: asking a use case, and saying how it went.

    Who drives is asked anew each time: a browser keeps its state, also when somebody else logs in.
    """

    notice: NoticeView = NoticeView()

    _live_session_id: str = ""

    async def _ask(self, use_case: UseCase, about: Any = "") -> Outcome:
        """Call a use case with the driver and the live session; a refusal is told at once.

        `about` is the id of what was sent, or ''.
        """
        outcome = await run(_as_driver, driver_token(self), self._live_session_id, use_case)
        if outcome.is_refused:
            self._tell("error", outcome.sentence.nl, about)
        return outcome

    async def _do(
        self, use_case: UseCase, done: Callable[[Any], str] | None = None, about: Any = ""
    ) -> None:
        """Ask, and tell how it went; without `done` success needs no words."""
        outcome = await self._ask(use_case, about)
        if not outcome.is_refused:
            sentence = done(outcome.value) if done else ""
            self._tell("ok" if sentence else "", sentence, about)

    def _tell(self, kind: str, sentence: str, about: Any = "", *, can_undo: bool = False) -> None:
        number = self.notice.number + 1
        self.notice = NoticeView(str(about)[:64], kind, sentence, can_undo, number)


def _as_driver(token: str, live_session_id: str, use_case: UseCase) -> Any:
    return use_case(accounts.require_login(token, now()), live_session_id)
