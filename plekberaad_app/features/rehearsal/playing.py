"""The crowds that play in this process: one per rehearsal, until it is over."""

import asyncio
import random

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.features.rehearsal.crowd import Crowd, Stage

MAX_CROWDS = 3
"""In one process; each is as much work as an evening of 36 people."""

_playing: dict[str, asyncio.Task[None]] = {}


def require_room_for_one_more() -> None:
    """Raises NotAllowed('rehearsal.too_many') while too many crowds play here."""
    if len(_playing) >= MAX_CROWDS:
        raise NotAllowed("rehearsal.too_many")


def play(stage: Stage) -> None:
    """Let people come to this rehearsal; called in the server's event loop."""
    crowd = Crowd(stage, random.Random())  # nosec B311
    task = asyncio.get_running_loop().create_task(crowd.play())
    _playing[stage.live_session_id] = task
    task.add_done_callback(lambda _: _playing.pop(stage.live_session_id, None))
