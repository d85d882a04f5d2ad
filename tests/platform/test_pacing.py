"""Token buckets: exact at their edges, and never larger than the memory they may take."""

from plekberaad_app.platform import pacing
from plekberaad_app.platform.pacing import Pace


class Clock:
    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


def test_a_burst_passes_and_one_more_does_not():
    pace = Pace(burst=3, per_second=1, clock=Clock())
    assert [pace.allows("a") for _ in range(4)] == [True, True, True, False]


def test_time_gives_back_what_was_used_and_no_more_than_the_burst():
    clock = Clock()
    pace = Pace(burst=2, per_second=0.5, clock=clock)
    assert [pace.allows("a") for _ in range(3)] == [True, True, False]
    clock.time = 1.9
    assert not pace.allows("a")
    clock.time = 2
    assert [pace.allows("a") for _ in range(2)] == [True, False]
    clock.time = 1000
    assert [pace.allows("a") for _ in range(3)] == [True, True, False]


def test_one_does_not_use_up_what_is_anothers():
    pace = Pace(burst=1, per_second=0, clock=Clock())
    assert pace.allows("a")
    assert pace.allows("b")
    assert not pace.allows("a")


def test_the_key_not_seen_for_longest_is_forgotten_first(monkeypatch):
    monkeypatch.setattr(pacing, "MAX_BUCKETS", 2)
    pace = Pace(burst=1, per_second=0, clock=Clock())
    for key in ("a", "b", "a", "c"):
        pace.allows(key)
    assert not pace.allows("a")
    assert pace.allows("b")
