"""A tap that is sent again does not happen again."""

from types import SimpleNamespace
from typing import Any

import pytest

from plekberaad_app.platform.reflex.taps import Taps, take_once


@pytest.fixture
def happened() -> list[Any]:
    return []


@pytest.fixture
def namespace(happened: list[Any]) -> Any:
    async def on_event(_sid: str, data: Any) -> None:
        happened.append(data)

    namespace: Any = SimpleNamespace(on_event=on_event)
    take_once(namespace)
    return namespace


async def test_a_tap_that_is_sent_again_over_a_new_socket_happens_once(namespace, happened):
    for sid in ("first", "second"):
        await namespace.on_event(sid, {"name": "steer", "tap": "a"})
    await namespace.on_event("second", {"name": "steer", "tap": "b"})
    assert [data["tap"] for data in happened] == ["a", "b"]


@pytest.mark.parametrize("data", [{"name": "steer"}, {"name": "steer", "tap": 7}, "nonsense", None])
async def test_what_carries_no_name_is_left_to_the_framework(data, namespace, happened):
    await namespace.on_event("first", data)
    await namespace.on_event("first", data)
    assert happened == [data, data]


async def test_a_tap_that_failed_is_not_tried_again_for_ever(happened):
    async def on_event(_sid: str, data: Any) -> None:
        happened.append(data)
        raise ValueError("nothing comes of it")

    namespace: Any = SimpleNamespace(on_event=on_event)
    take_once(namespace)
    with pytest.raises(ValueError, match="nothing"):
        await namespace.on_event("first", {"tap": "a"})
    await namespace.on_event("first", {"tap": "a"})
    assert len(happened) == 1


def test_only_so_many_are_remembered():
    taps = Taps(most=2)
    assert all(taps.is_new(name) for name in "abc")
    assert taps.is_new("a")
    assert not taps.is_new("c")
