"""Limits on how often somebody may try: token buckets in memory, so no address is ever stored."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from cachetools import LRUCache

MAX_BUCKETS = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


class Pace:
    """For each key at most `burst` times at once, and `per_second` times a second in the long
    run."""

    def __init__(
        self, burst: float, per_second: float, clock: Callable[[], float] = monotonic
    ) -> None:
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._buckets = LRUCache[str, _Bucket](MAX_BUCKETS)
        self._turn = Lock()

    def allows(self, key: str) -> bool:
        """Whether it may happen once more now; if so, it counts."""
        with self._turn:
            bucket = self._filled(key)
            if bucket.tokens < 1:
                return False
            bucket.tokens -= 1
            return True

    def give_back(self, key: str) -> None:
        """The last one counted for this key does not count after all."""
        with self._turn:
            bucket = self._filled(key)
            bucket.tokens = min(bucket.tokens + 1, self._burst)

    def _filled(self, key: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get(key) or _Bucket(self._burst, now)
        gained = (now - bucket.filled_at) * self._per_second
        bucket.tokens = min(bucket.tokens + gained, self._burst)
        bucket.filled_at = now
        self._buckets[key] = bucket
        return bucket
