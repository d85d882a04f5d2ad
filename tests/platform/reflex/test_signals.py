"""Light messages come in beside the events of Reflex, and a flood of them costs nothing."""

from typing import Any

import pytest
from socketio import AsyncNamespace

from plekberaad_app.platform.pacing import Pace
from plekberaad_app.platform.reflex.signals import SIGNALS_AT_ONCE, SIGNALS_PER_SECOND, on_signal


@pytest.fixture
def heard() -> list[Any]:
    return []


@pytest.fixture
def now() -> list[float]:
    return [0.0]


@pytest.fixture
def namespace(heard: list[Any], now: list[float]) -> Any:
    namespace: Any = AsyncNamespace("/_event")
    pace = Pace(SIGNALS_AT_ONCE, SIGNALS_PER_SECOND, clock=lambda: now[0])
    on_signal(namespace, "writing", lambda *said: heard.append(said), pace)
    return namespace


async def test_whatever_a_browser_sends_along_is_passed_on_as_it_is(namespace, heard):
    for said in ((), ("step", "box", True), ({"odd": [1]}, None)):
        await namespace.trigger_event("writing", "sid", *said)
    assert heard == [("sid",), ("sid", "step", "box", True), ("sid", {"odd": [1]}, None)]


async def test_nobody_answers(namespace):
    assert await namespace.trigger_event("writing", "sid", 1) is None


async def test_a_flood_from_one_socket_is_ignored_and_others_are_heard(namespace, heard, now):
    for _ in range(SIGNALS_AT_ONCE + 50):
        await namespace.trigger_event("writing", "flooder")
    assert len(heard) == SIGNALS_AT_ONCE
    await namespace.trigger_event("writing", "other")
    assert heard[-1] == ("other",)
    now[0] += 1 / SIGNALS_PER_SECOND
    await namespace.trigger_event("writing", "flooder")
    await namespace.trigger_event("writing", "flooder")
    assert len(heard) == SIGNALS_AT_ONCE + 2
