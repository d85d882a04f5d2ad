"""Pacing the search for evenings by code: mistyping is free, going on and on is guessing.

Everybody in a library shares one address, so only misses count: past a number of them the address
gets some look-ups in advance, and then one at a time with a growing pause. A look-up that finds its
room costs nothing, and whatever an address has learnt before (that a room exists, or that none
does) it is told again at once: thirty people with tonight's code do not have to wait for somebody
who is guessing, nor for last year's poster. In memory only.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TypeVar

from cachetools import LRUCache

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput, DomainError, NotFound
from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.refusals import Refused, refused

Found = TypeVar("Found")

MAX_ADDRESSES = 10_000
# A hundred and fifty people who mistype a code now and then.
FREE_MISSES = 60
FORGIVEN_PER_SECOND = 0.1
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 1.0
# This many seconds of pauses may be spent in advance: a table that comes in all at once.
SECONDS_IN_HAND = 30.0
# Anybody who would have to wait longer than this is told so, and may try again.
LONGEST_WAIT = 10.0
ALARM_AGAIN_SECONDS = 600.0
# What an address has learnt about codes; rooms are kept apart, so that misses cannot push them out.
MAX_ROOMS, MAX_DEAD, MAX_TYPED = 50, 500, 40
# Beyond this even a known code has to wait its turn: otherwise trying endlessly would find it.
TRIES_AT_ONCE, TRIES_PER_SECOND = 600, 10


@dataclass(frozen=True, slots=True)
class Turn:
    """When a look-up may begin, and what it costs if it finds nothing, in seconds."""

    wait: float = 0.0
    cost: float = 0.0


@dataclass(slots=True)
class _Address:
    misses: float
    seen_at: float
    free_at: float = 0.0
    alarm_at: float = -ALARM_AGAIN_SECONDS
    rooms: LRUCache[str, bool] = field(default_factory=lambda: LRUCache(MAX_ROOMS))
    dead: LRUCache[str, bool] = field(default_factory=lambda: LRUCache(MAX_DEAD))


class Guesses:
    """What each address missed, and how long it has to wait because of that."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._addresses = LRUCache[str, _Address](MAX_ADDRESSES)
        self._tries = Pace(TRIES_AT_ONCE, TRIES_PER_SECOND, clock)

    def turn(self, address: str, code: str) -> Turn | None:
        """When this address may look up this code; None: not now."""
        now, known = self._clock(), self._seen(address)
        pause = _pause(known.misses)
        if not pause or self._was_heard(address, known, code):
            return Turn()
        free_at = max(now, known.free_at)
        wait = max(0.0, free_at - SECONDS_IN_HAND - now)
        if wait > LONGEST_WAIT:
            return None
        known.free_at = free_at + pause
        return Turn(wait, pause)

    def told(self, address: str, code: str, turn: Turn, *, is_room: bool) -> None:
        """The look-up ended in something other than 'no such code': it costs nothing."""
        known = self._seen(address)
        known.free_at -= turn.cost
        if is_room:
            known.rooms[code] = True

    def missed(self, address: str, code: str) -> bool:
        """There was no such code; returns whether it is time to warn somebody."""
        known = self._seen(address)
        if code in known.dead:
            return False
        known.dead[code] = True
        known.misses += 1
        is_new = known.seen_at - known.alarm_at >= ALARM_AGAIN_SECONDS
        if known.misses <= FREE_MISSES or not is_new:
            return False
        known.alarm_at = known.seen_at
        refused(Refused.CODE, "guessing")
        return True

    def _was_heard(self, address: str, known: _Address, code: str) -> bool:
        is_calm = self._tries.allows(address)
        return code in known.dead or (is_calm and code in known.rooms)

    def _seen(self, address: str) -> _Address:
        now = self._clock()
        known = self._addresses.get(address) or _Address(0.0, now)
        forgiven = (now - known.seen_at) * FORGIVEN_PER_SECOND
        known.misses, known.seen_at = max(0.0, known.misses - forgiven), now
        self._addresses[address] = known
        return known


def _pause(misses: float) -> float:
    over = misses - FREE_MISSES
    if over <= 0:
        return 0.0
    return min(FIRST_PAUSE * 2 ** min(over, 20), LONGEST_PAUSE)


# One per process, for every way in which a code can be tried.
guesses = Guesses()


async def at_pace(
    address: str, typed: str, look: Callable[[], Awaitable[Found]], warn: Callable[[], None]
) -> Found:
    """Look something up by the code that was typed, once it is this address's turn; misses count.

    `warn` is called when it is time to warn somebody. Raises what `look` raises, and
    BadInput('too_many_tries') if the wait would be too long.
    """
    code = _as_looked_up(typed)
    turn = guesses.turn(address, code)
    if turn is None:
        raise BadInput("too_many_tries")
    if turn.wait:
        await asyncio.sleep(turn.wait)
    try:
        found = await look()
    except NotFound:
        if guesses.missed(address, code):
            warn()
        raise
    except DomainError:
        guesses.told(address, code, turn, is_room=False)
        raise
    guesses.told(address, code, turn, is_room=True)
    return found


def _as_looked_up(typed: str) -> str:
    try:
        return join_codes.normalise(typed)
    except BadInput:
        return typed[:MAX_TYPED]
