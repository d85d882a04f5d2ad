"""The vars that every live screen draws; the room's publisher fills them."""

from typing import Any

import reflex as rx

from plekberaad_app.live.clock_view import ClockView
from plekberaad_app.room.views.common import NoteView, RoomView, StageView


class ScreenVars(rx.State, mixin=True):
    """Views. Our own handlers set only one of them, `stage`, and only if they find no room."""

    room: RoomView = RoomView()
    stage: StageView = StageView()
    clock: ClockView = ClockView()
    face: dict[str, Any] = {}
    notes: list[NoteView] = []
