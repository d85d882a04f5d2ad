"""Who names a code that does not exist may have mistyped it; who goes on doing so is guessing.

All of a library comes from one address, so nobody is shut out for others: past a number of misses
the whole address looks up codes one after the other, with a pause that grows. In memory only.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar

from plekberaad_app.domain.errors import BadInput, NotFound
from plekberaad_app.services.refusals import Refused, refused

Found = TypeVar("Found")

MOST_ADDRESSES = 10_000
# A hundred and fifty people who mistype a code now and then.
FREE_MISSES = 60
FORGIVEN_PER_SECOND = 0.1
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 1.0
# Who would have to wait longer than this hears so, and may try again.
LONGEST_WAIT = 10.0
ALARM_AGAIN_SECONDS = 600.0


@dataclass(slots=True)
class _Address:
    misses: float
    seen_at: float
    free_at: float = 0.0
    alarm_at: float = -ALARM_AGAIN_SECONDS


class Guesses:
    """What each address missed, and how long it has to wait for it."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._addresses: OrderedDict[str, _Address] = OrderedDict()

    def wait(self, address: str) -> float | None:
        """How many seconds to wait before the next code is looked up; None: not now."""
        now, known = self._clock(), self._seen(address)
        pause = _pause(known.misses)
        if not pause:
            return 0.0
        begins = max(now, known.free_at) + pause
        if begins - now > LONGEST_WAIT:
            return None
        known.free_at = begins
        return begins - now

    def missed(self, address: str) -> bool:
        """A code was not there; whether it is time to warn somebody."""
        known = self._seen(address)
        known.misses += 1
        is_new = known.seen_at - known.alarm_at >= ALARM_AGAIN_SECONDS
        if known.misses <= FREE_MISSES or not is_new:
            return False
        known.alarm_at = known.seen_at
        refused(Refused.CODE, "guessing")
        return True

    def _seen(self, address: str) -> _Address:
        now = self._clock()
        known = self._addresses.pop(address, None) or _Address(0.0, now)
        forgiven = (now - known.seen_at) * FORGIVEN_PER_SECOND
        known.misses, known.seen_at = max(0.0, known.misses - forgiven), now
        self._addresses[address] = known
        if len(self._addresses) > MOST_ADDRESSES:
            self._addresses.popitem(last=False)
        return known


def _pause(misses: float) -> float:
    over = misses - FREE_MISSES
    if over <= 0:
        return 0.0
    return min(FIRST_PAUSE * 2 ** min(over, 20), LONGEST_PAUSE)


# Of this process, for every way in which a code can be tried.
guesses = Guesses()


async def at_pace(
    address: str, look: Callable[[], Awaitable[Found]], warn: Callable[[], None]
) -> Found:
    """Look for something by its code once it is this address's turn; a miss counts.

    `warn` is called when it is time to warn somebody. Raises what `look` raises, and
    BadInput('too_many_tries') where the wait would be too long.
    """
    seconds = guesses.wait(address)
    if seconds is None:
        raise BadInput("too_many_tries")
    if seconds:
        await asyncio.sleep(seconds)
    try:
        return await look()
    except NotFound:
        if guesses.missed(address):
            warn()
        raise
