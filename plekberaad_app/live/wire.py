"""The one place that knows how Reflex talks to its browsers.

A publisher does not open anybody's state: it makes the delta that a state *would* have sent and
emits it once to a socket.io room. What states and vars are called in a delta is asked of Reflex
itself, from a template state. A browser test guards this, since the format is Reflex's own.
"""

from collections.abc import Mapping
from typing import Any

import reflex as rx
from reflex.constants import SocketEvent
from reflex.state import StateUpdate

Values = Mapping[str, Any]


class Wire:
    """Emits changed vars of a screen's state to one socket or to all sockets of a topic."""

    def __init__(self, app: rx.App, screens: Mapping[str, type[rx.State]]) -> None:
        """`screens` maps a screen's name to the state class whose vars it draws."""
        if app.sio is None or app.event_namespace is None:
            raise RuntimeError("the app has no socket server")
        self._sio = app.sio
        self._namespace = str(app.event_namespace.namespace)
        self._names = {screen: _names_on_the_wire(state) for screen, state in screens.items()}

    def delta(self, screen: str, values: Values) -> Mapping[str, Mapping[str, Any]]:
        """The delta Reflex would send if these vars of the screen's state had changed."""
        full_name, names = self._names[screen]
        return {full_name: {names[name]: value for name, value in values.items()}}

    async def send(self, screen: str, values: Values, to: str) -> None:
        """Emit changed vars to a topic or a socket; encoded once, however many listen."""
        update = StateUpdate(delta=self.delta(screen, values))
        await self._sio.emit(str(SocketEvent.EVENT), update, to=to, namespace=self._namespace)

    async def join(self, sid: str, topic: str) -> None:
        """Let a socket hear a topic."""
        await self._sio.enter_room(sid, topic, namespace=self._namespace)

    async def leave(self, sid: str, topic: str) -> None:
        """Let a socket no longer hear a topic."""
        await self._sio.leave_room(sid, topic, namespace=self._namespace)

    def is_connected(self, sid: str) -> bool:
        """Whether the socket is still there."""
        return self._sio.manager.is_connected(sid, self._namespace)


def _names_on_the_wire(state: type[rx.State]) -> tuple[str, Mapping[str, str]]:
    """The state's name in a delta, and per var its name there."""
    template = state(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    names = {}
    for var in state.base_vars:
        template._clean()
        template.dirty_vars.add(var)
        (names[var],) = template.get_delta()[state.get_full_name()]
    return state.get_full_name(), names
