"""The one place that knows how Reflex talks to its browsers.

A publisher does not open anybody's state: it makes the delta that a state *would* have sent, by
Reflex's own means (a template state and `get_delta`), and emits it once to a socket.io room.
A browser test guards this, since the format is Reflex's own.
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
        self._screens = screens

    def delta(self, screen: str, values: Values) -> Mapping[str, Mapping[str, Any]]:
        """The delta Reflex would send if these vars of the screen's state had changed."""
        # A fresh template each time: a var set to its own default is not dirty, hence the marking.
        template = self._screens[screen](_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
        for name, value in values.items():
            setattr(template, name, value)
        template.dirty_vars |= set(values)
        full_name = template.get_full_name()
        return {full_name: template.get_delta()[full_name]}

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
