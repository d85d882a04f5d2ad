"""What we write on the wire is what Reflex itself would have written."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest

from plekberaad_app.platform.reflex.frames import framed
from plekberaad_app.platform.reflex.wire import MAX_WAITING, Wire, _Letter, _Line
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.projector.state import ProjectorState
from plekberaad_app.room.tablet.state import TabletState
from plekberaad_app.room.views.common import StageView
from plekberaad_app.room.views.phone import MeView

SCREENS = {"phone": PhoneState, "projector": ProjectorState, "tablet": TabletState}
APP: Any = SimpleNamespace(sio=object(), event_namespace=SimpleNamespace(namespace="/_event"))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_delta_is_the_one_of_a_state_whose_vars_changed(screen: str):
    values = {"stage": StageView(status="lobby"), "face": {"owner": "Noor"}}
    state: Any = SCREENS[screen](_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    for name, value in values.items():
        setattr(state, name, value)
    name = state.get_full_name()
    assert Wire(APP, SCREENS).delta(screen, values) == {name: state.get_delta()[name]}


def test_every_var_we_send_is_a_var_of_its_state():
    (written,) = Wire(APP, SCREENS).delta("phone", {"me": MeView()}).values()
    state: Any = PhoneState(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    assert written.keys() <= state.dict()[PhoneState.get_full_name()].keys()


@pytest.mark.parametrize("size", [0, 125, 126, 65_535, 65_536])
def test_a_frame_says_how_long_it_is(size: int):
    frame = framed("x" * size)
    head = {0: 2, 125: 2, 126: 4, 65_535: 4, 65_536: 10}[size]
    assert (frame[0], len(frame)) == (0x81, head + size)


class SlowReader:
    """A browser that keeps its connection and reads nothing."""

    def __init__(self) -> None:
        self.queue: asyncio.Queue[Any] = asyncio.Queue()
        self.closed = False

    def is_idle(self) -> bool:
        return False

    def write_at_once(self, _frame: bytes) -> bool:
        return False

    def hang_up(self) -> None:
        self.closed = True


async def test_anyone_who_reads_nothing_is_hung_up_on_and_takes_no_more_memory():
    reader: Any = SlowReader()
    line = _Line(reader, reader)
    for _ in range(MAX_WAITING + 5):
        line.write(_Letter(cast(Any, "packet"), b"frame"))
    assert reader.closed
    assert reader.queue.qsize() == MAX_WAITING
