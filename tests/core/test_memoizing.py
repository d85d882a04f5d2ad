"""What was worked out from the same things is not worked out again."""

import gc
import weakref
from contextvars import copy_context

from plekberaad_app.core.memoizing import cache_scope, forget, memoized


def counting(size: int):
    """A remembered function, and the list of what it was really asked."""
    asked: list[object] = []

    @memoized(size)
    def length(of: list[int]) -> int:
        asked.append(of)
        return len(of)

    return length, asked


def test_the_same_thing_is_asked_once():
    length, asked = counting(2)
    things = [1, 2, 3]
    assert [length(things), length(things)] == [3, 3]
    assert len(asked) == 1


def test_an_equal_thing_is_another_thing():
    length, asked = counting(2)
    assert [length([1]), length([1])] == [1, 1]
    assert len(asked) == 2


def test_the_oldest_answer_makes_room():
    length, asked = counting(2)
    first, second, third = [1], [2], [3]
    for things in (first, second, third, second, third, first):
        length(things)
    assert asked == [first, second, third, first]


def test_a_thing_that_is_remembered_keeps_its_identity():
    length, _ = counting(100)
    assert [length([0] * size) for size in range(50)] == list(range(50))


def test_what_the_answer_does_not_depend_on_makes_no_difference():
    asked = []

    @memoized(2, by=lambda things, version, _when: (things, version))
    def length(things: list[int], version: int, when: object) -> int:
        asked.append((version, when))
        return len(things)

    things = [1, 2]
    for version, when in ((1000, "now"), (int("1000"), "later"), (1001, "later")):
        assert length(things, version, when) == 2
    assert asked == [(1000, "now"), (1001, "later")]


def test_what_is_forgotten_is_let_go_of():
    class Evening:
        pass

    @memoized(100)
    def told(of: Evening) -> list[Evening]:
        return [of]

    evening = Evening()
    gone = weakref.ref(evening)
    told(evening)
    del evening
    gc.collect()
    assert gone() is not None
    forget("an evening")
    gc.collect()
    assert gone() is None


def test_what_is_about_another_evening_is_not_worked_out_again():
    length, asked = counting(10)
    ours, theirs, nobodys = [1], [2], [3]

    def in_thought_of(subject: str, things: list[int]) -> None:
        cache_scope(subject)
        length(things)

    for subject, things in (("ours", ours), ("theirs", theirs)):
        copy_context().run(in_thought_of, subject, things)
    length(nobodys)
    forget("ours")
    for things in (ours, theirs, nobodys):
        length(things)
    assert asked == [ours, theirs, nobodys, ours, nobodys]
