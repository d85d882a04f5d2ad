"""The bench counts what it says: receipts, what is missing, and what a run costs."""

import os
from collections.abc import Callable
from math import isnan
from time import perf_counter_ns

import pytest

from bench.house import Room, Sender
from bench.load import pour
from bench.receipts import Ear

PEOPLE = 4


class Wire:
    """A socket that hears what is handed to it."""

    def __init__(self) -> None:
        self.on_frame: Callable[[bytes, int], None] | None = None
        self.bytes_received = 0

    def hand(self, frame: bytes, at: int) -> None:
        """As if this frame came in."""
        self.bytes_received += len(frame)
        if self.on_frame is not None:
            self.on_frame(frame, at)


def a_room(deaf: int = 0) -> Room:
    """People of whom one says something and the others hear it at once, but for so many."""
    wires = [Wire() for _ in range(PEOPLE)]
    ears = [Ear(wire) for wire in wires]

    def say(text: str) -> None:
        for wire in wires[deaf:]:
            wire.hand(text.encode(), perf_counter_ns())

    return Room(ears, [Sender(say, ears[:-1])])


async def test_every_receipt_of_the_circle_counts_and_the_sender_does_not():
    figures = await pour(os.getpid(), [a_room(), a_room()], ideas=3, per_second=100)

    assert figures["ideas"] == 6
    assert figures["due"] == 6 * (PEOPLE - 1)
    assert figures["missing"] == 0
    assert figures["bytes"] == pytest.approx(100 * PEOPLE / (PEOPLE - 1))


async def test_what_somebody_never_heard_is_missing_and_has_no_last(monkeypatch):
    monkeypatch.setattr("bench.load.TIMEOUT_SECONDS", 1)

    figures = await pour(os.getpid(), [a_room(deaf=1)], ideas=2, per_second=100)

    assert figures["missing"] == 2
    assert isnan(figures["last_p50"])
    assert not isnan(figures["all_p50"])
