"""A page that was just opened is told only what was not compiled into it."""

from typing import Any, cast

import pytest
import reflex as rx
from reflex.state import OnLoadInternalState, State
from reflex_base.event import Event

from plekberaad_app.platform.reflex.hydrating import HYDRATE, FirstHydration
from plekberaad_app.room.phone.state import PhoneState

APP = cast(rx.App, None)
FRESH_PAGE = Event(name=HYDRATE, payload={"hashes": ["as compiled"]})


@pytest.fixture
def root() -> Any:
    """All states of a browser that came in just now."""
    return State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]


def phone_of(root: Any) -> PhoneState:
    """The state behind the page of a phone."""
    return cast(PhoneState, root.substates[PhoneState.get_name()])


async def answer(root: Any, event: Event = FRESH_PAGE) -> Any:
    """What the middleware says to this event."""
    return await FirstHydration().preprocess(APP, root, event)


async def test_a_fresh_page_hears_of_the_root_alone_and_then_enters(root: Any):
    update = await answer(root)

    assert set(update.delta) == {State.get_full_name()}
    assert [event.name for event in update.events] == [
        f"{OnLoadInternalState.get_full_name()}.on_load_internal"
    ]


async def test_no_default_is_copied_for_a_fresh_page(root: Any):
    await answer(root)

    assert vars(phone_of(root)).keys().isdisjoint(PhoneState.base_vars)


async def test_a_page_whose_state_holds_something_is_left_to_the_framework(root: Any):
    phone_of(root).stored = ["an idea"]

    assert await answer(root) is None


async def test_a_reconnect_and_any_other_event_are_left_to_the_framework(root: Any):
    assert await answer(root, Event(name=HYDRATE)) is None
    assert await answer(root, Event(name="anything", payload={"hashes": ["x"]})) is None
