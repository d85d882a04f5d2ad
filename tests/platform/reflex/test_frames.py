"""A socket whose browser reads nothing is not written to for ever, and not heard either."""

import asyncio
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from plekberaad_app.platform.reflex import frames
from plekberaad_app.platform.reflex.frames import SharedFrames


class Pipe:
    """A transport with bytes in it that nobody took yet, of which `taken` at every look."""

    def __init__(self) -> None:
        self.waiting = 100_000
        self.taken = 0
        self.is_aborted = False

    def get_write_buffer_size(self) -> int:
        self.waiting -= self.taken
        return self.waiting

    def abort(self) -> None:
        self.is_aborted = True


@pytest.fixture
async def socket(monkeypatch: pytest.MonkeyPatch) -> SharedFrames:
    monkeypatch.setattr(frames, "STALLED_SECONDS", 0.0)
    config = uvicorn.Config(print, log_config=None)
    config.load()
    made = SharedFrames(config, ServerState(), {}, asyncio.get_running_loop())
    pipe: Any = Pipe()
    made.transport = pipe
    return made


async def a_moment() -> None:
    for _ in range(4):
        await asyncio.sleep(0)


async def test_anyone_who_takes_nothing_of_what_waits_is_hung_up_on(socket: SharedFrames):
    pipe: Any = socket.transport
    socket.pause_writing()
    assert not pipe.is_aborted
    await a_moment()
    assert pipe.is_aborted


async def test_anyone_who_reads_slowly_but_reads_stays(socket: SharedFrames):
    pipe: Any = socket.transport
    pipe.taken = 1
    socket.pause_writing()
    await a_moment()
    assert not pipe.is_aborted
    pipe.taken = 0
    await a_moment()
    assert pipe.is_aborted


async def test_anyone_who_took_all_in_time_stays_also_when_more_comes(socket: SharedFrames):
    pipe: Any = socket.transport
    socket.pause_writing()
    socket.resume_writing()
    pipe.waiting = 0
    await a_moment()
    assert not pipe.is_aborted


async def test_anyone_who_does_not_read_the_answers_is_not_heard_until_they_do(
    socket: SharedFrames, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(frames, "STALLED_SECONDS", 60.0)
    socket.queue.put_nowait({"type": "websocket.receive", "text": "more"})
    socket.pause_writing()
    heard = asyncio.create_task(socket.receive())
    await a_moment()
    assert not heard.done()
    socket.resume_writing()
    await a_moment()
    assert heard.done()
