"""How a handler calls a use case: off the event loop, with every refusal turned into a sentence."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import reflex as rx

from plekberaad_app.core.errors import DomainError, StaleCommand
from plekberaad_app.core.say import Say
from plekberaad_app.platform.guessing import at_pace
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.use_cases import NOT_STORED, execute
from plekberaad_app.room.tablet_warnings import warn_of_guessing

log = logging.getLogger(__name__)

AWAY_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a use case returned, or why it refused."""

    value: Any = None
    refusal: DomainError | None = None

    @property
    def is_refused(self) -> bool:
        """Whether nothing was done."""
        return self.refusal is not None

    @property
    def is_away(self) -> bool:
        """Whether the database could not be reached."""
        return self.refusal is not None and self.refusal.code == NOT_STORED

    @property
    def sentence(self) -> Say:
        """Why, for the screen; empty when it was done."""
        return sentence_of(self.refusal) if self.refusal else Say()


async def run(use_case: Callable[..., Any], *args: Any, **options: Any) -> Outcome:
    """Call a use case; anything that goes wrong is in the outcome."""
    return await _outcome(execute(use_case, *args, **options))


async def run_patiently(use_case: Callable[..., Any], *args: Any) -> Outcome:
    """Call a use case that only reads, again and again for as long as the database is away.

    A page that opens at that moment must not be told that its room does not exist.
    """
    return await _outcome(_ask_patiently(use_case, *args))


async def find_patiently(
    state: rx.State, code: str, look: Callable[..., Any], *args: Any
) -> Outcome:
    """Look up the room with this code, with these `args`, paced in case somebody is guessing it."""
    return await _at_pace(state, code, partial(_ask_patiently, look, *args))


async def find(state: rx.State, code: str, look: Callable[..., Any], *args: Any) -> Outcome:
    """As `find_patiently`, but without waiting for the database while it is away."""
    return await _at_pace(state, code, partial(execute, look, *args))


def sentence_of(refusal: DomainError) -> Say:
    """The sentence for a refusal."""
    if isinstance(refusal, StaleCommand):
        return _who_was_first(refusal)
    return Say(f"error.{refusal.code}", refusal.values)


def _who_was_first(refusal: DomainError) -> Say:
    """Facilitators read Dutch."""
    if not refusal.values.get("who"):
        return Say("error.stale_clock")
    what = text(f"live.steered.{refusal.values['what']}")
    return Say(f"error.{refusal.code}", {"who": refusal.values["who"], "what": what})


def on_failure(exception: Exception) -> None:
    """What Reflex does when a handler itself fails: log the error's type, show nothing in
    English."""
    log.error("a handler failed: %s", type(exception).__name__)


async def _ask_patiently(use_case: Callable[..., Any], *args: Any) -> Any:
    while True:
        try:
            return await execute(use_case, *args)
        except DomainError as refusal:
            if refusal.code != NOT_STORED:
                raise
        await asyncio.sleep(AWAY_SECONDS)


async def _at_pace(state: rx.State, code: str, look: Callable[[], Awaitable[Any]]) -> Outcome:
    address = state.router.session.client_ip
    return await _outcome(at_pace(address, code, look, warn_of_guessing))


async def _outcome(asked: Awaitable[Any]) -> Outcome:
    try:
        return Outcome(await asked)
    except DomainError as refusal:
        return Outcome(refusal=refusal)
