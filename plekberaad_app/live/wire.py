"""The one place that knows how Reflex talks to its browsers.

A publisher does not open anybody's state: it makes the delta that a state *would* have sent and
puts it in the queue of every socket that listens, encoded once however many those are. That is what
socket.io's own `emit` does too, with a task per socket. A browser test guards this, since the
format is Reflex's own.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import reflex as rx
from engineio import packet as engine
from engineio.async_socket import AsyncSocket
from reflex.constants import SocketEvent
from reflex_base.constants.state import FIELD_MARKER

Values = Mapping[str, Any]


async def _poll(socket: AsyncSocket) -> list[engine.Packet]:
    """Wait for packets to send; [] means goodbye.

    Engine.io's own waits with a time limit, which costs a task for every packet of every phone.
    Its ping timeout closes a socket that fell silent anyway, and that ends this waiting.
    """
    packets = [await socket.queue.get()]
    socket.queue.task_done()
    while packets[-1] is not None and not socket.queue.empty():
        packets.append(socket.queue.get_nowait())
        socket.queue.task_done()
    if packets[-1] is None and len(packets) > 1:
        socket.queue.put_nowait(packets[-1])
    return [packet for packet in packets if packet is not None]


class Wire:
    """Emits changed vars of a screen's state to one socket or to all sockets of a topic."""

    def __init__(self, app: rx.App, screens: Mapping[str, type[rx.State]]) -> None:
        """`screens` maps a screen's name to the state class whose vars it draws."""
        if app.sio is None or app.event_namespace is None:
            raise RuntimeError("the app has no socket server")
        AsyncSocket.poll = _poll  # pyright: ignore[reportAttributeAccessIssue]
        self._sio = app.sio
        self._namespace = str(app.event_namespace.namespace)
        self._names = {screen: state.get_full_name() for screen, state in screens.items()}

    def delta(self, screen: str, values: Values) -> Mapping[str, Mapping[str, Any]]:
        """The delta Reflex would send if these vars of the screen's state had changed."""
        marked = {name + FIELD_MARKER: value for name, value in values.items()}
        return {self._names[screen]: marked}

    async def send(self, screen: str, values: Values, to: Iterable[str]) -> None:
        """Emit changed vars to all sockets of some topics; a socket's id is a topic of its own."""
        packet = self._packet({"delta": self.delta(screen, values)})
        for _, engine_id in self._sio.manager.get_participants(self._namespace, list(to)):
            socket = self._sio.eio.sockets.get(engine_id)
            if socket is not None and not socket.closed:
                socket.queue.put_nowait(packet)

    async def join(self, sid: str, topic: str) -> None:
        """Let a socket hear a topic."""
        await self._sio.enter_room(sid, topic, namespace=self._namespace)

    async def leave(self, sid: str, topic: str) -> None:
        """Let a socket no longer hear a topic."""
        await self._sio.leave_room(sid, topic, namespace=self._namespace)

    def is_connected(self, sid: str) -> bool:
        """Whether the socket is still there."""
        return self._sio.manager.is_connected(sid, self._namespace)

    def _packet(self, update: Mapping[str, Any]) -> engine.Packet:
        message = self._sio.packet_class(  # pyright: ignore[reportCallIssue]
            namespace=self._namespace, data=[str(SocketEvent.EVENT), update], binary=False
        )
        return engine.Packet(engine.MESSAGE, message.encode())
