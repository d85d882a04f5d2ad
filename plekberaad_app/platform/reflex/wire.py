"""Writes to browsers as Reflex does, without Reflex: the one place that knows a delta on the wire.

Everything that depends on how Reflex works is listed in
docs/decisions/0007-where-we-lean-on-reflex.md. A publisher does not open anybody's state: it makes
the delta that a state *would* have sent and writes it to every socket that listens, encoded once
however many there are. Socket.io's own `emit` would take a task per socket. Tests on a running
program guard this, since the format is Reflex's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import reflex as rx
from engineio import packet as engine
from reflex.constants import SocketEvent
from reflex_base.constants.state import FIELD_MARKER

from plekberaad_app.platform.reflex.engineio_sockets import Socket
from plekberaad_app.platform.reflex.frames import EXTENSION, SharedFrames, framed

Values = Mapping[str, Any]

# In its busiest minute an evening sends a phone far less than this.
MAX_WAITING = 500


@dataclass(frozen=True, slots=True)
class _Letter:
    """A message, encoded once: as a packet for a socket's queue, and as the frame engine.io makes
    of it."""

    packet: engine.Packet
    frame: bytes


@dataclass(frozen=True, slots=True)
class _Line:
    """The way to one browser: engine.io's socket, and the protocol that writes for it."""

    socket: Socket
    protocol: SharedFrames | None

    def write(self, letter: _Letter) -> None:
        """Write at once if nothing is waiting; otherwise join the queue."""
        if self.socket.closed:
            return
        if self.protocol and self.socket.is_idle() and self.protocol.write_at_once(letter.frame):
            return
        if self.socket.queue.qsize() < MAX_WAITING:
            self.socket.queue.put_nowait(letter.packet)
        elif self.protocol:
            # Nobody is reading there. A browser that comes back gets everything as it is then.
            self.protocol.hang_up()


class Wire:
    """Sends changed vars of a screen's state to one socket or to all sockets of a topic."""

    def __init__(self, app: rx.App, screens: Mapping[str, type[rx.State]]) -> None:
        """`screens` maps a screen's name to the state class whose vars it draws."""
        if app.sio is None or app.event_namespace is None:
            raise RuntimeError("the app has no socket server")
        self._sio = app.sio
        self._namespace = str(app.event_namespace.namespace)
        self._names = {screen: state.get_full_name() for screen, state in screens.items()}
        self._topics: dict[str, dict[str, _Line]] = defaultdict(dict)

    def delta(self, screen: str, values: Values) -> Mapping[str, Mapping[str, Any]]:
        """The delta that Reflex would send if these vars of the screen's state had changed."""
        marked = {name + FIELD_MARKER: value for name, value in values.items()}
        return {self._names[screen]: marked}

    def send(self, screen: str, values: Values, topics: Iterable[str]) -> None:
        """Write changed vars to all sockets of some topics."""
        letter = self._letter({"delta": self.delta(screen, values)})
        for topic in topics:
            for line in self._topics.get(topic, {}).values():
                line.write(letter)

    def send_to(self, sid: str, screen: str, values: Values) -> None:
        """Write changed vars to one socket."""
        line = self._line(sid)
        if line is not None:
            line.write(self._letter({"delta": self.delta(screen, values)}))

    def join(self, sid: str, topic: str) -> None:
        """Subscribe a socket to a topic."""
        line = self._line(sid)
        if line is not None:
            self._topics[topic][sid] = line

    def leave(self, sid: str, topic: str) -> None:
        """Unsubscribe a socket from a topic."""
        self._topics[topic].pop(sid, None)
        if not self._topics[topic]:
            del self._topics[topic]

    def is_connected(self, sid: str) -> bool:
        """Whether the socket is still there."""
        return self._sio.manager.is_connected(sid, self._namespace)

    def hang_up(self, sid: str) -> None:
        """Close a socket once everything has been sent; its browser may come back and say who it
        is."""
        line = self._line(sid)
        # Engine.io would ask the browser to do so, and wait until it fell silent.
        if line is not None and line.protocol is not None:
            line.protocol.transport.close()

    def _line(self, sid: str) -> _Line | None:
        if not self.is_connected(sid):
            return None
        engine_id = self._sio.manager.eio_sid_from_sid(sid, self._namespace)
        socket = self._sio.eio.sockets.get(engine_id)
        environ = self._sio.get_environ(sid, self._namespace) or {}
        extensions = environ.get("asgi.scope", {}).get("extensions", {})
        return _Line(socket, extensions.get(EXTENSION)) if socket is not None else None

    def _letter(self, update: Mapping[str, Any]) -> _Letter:
        message = self._sio.packet_class(  # pyright: ignore[reportCallIssue]
            namespace=self._namespace, data=[str(SocketEvent.EVENT), update], binary=False
        )
        packet = engine.Packet(engine.MESSAGE, message.encode())
        return _Letter(packet, framed(str(packet.encode())))
