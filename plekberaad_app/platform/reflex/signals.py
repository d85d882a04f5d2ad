"""Light messages of a browser, which are no events: no state is opened, and nobody answers.

The browser sends them with `window.plekberaadSignal` (ops/build/browser_texts.py). One may be lost,
so nothing that matters goes this way.
"""

from collections.abc import Callable
from typing import Any

from reflex.app import EventNamespace

from plekberaad_app.platform.pacing import Pace

# More than our pages send, far less than what would cost anything.
SIGNALS_AT_ONCE = 10
SIGNALS_PER_SECOND = 1

# The socket, and whatever its browser sent along.
Hear = Callable[..., None]


def signal_pace() -> Pace:
    """The pace at which one socket is heard."""
    return Pace(SIGNALS_AT_ONCE, SIGNALS_PER_SECOND)


def on_signal(namespace: EventNamespace, name: str, hear: Hear, pace: Pace | None = None) -> None:
    """Call `hear(sid, *said)` for each signal with this name; what comes too fast is ignored."""
    paced = pace or signal_pace()

    def heard(sid: str, *said: Any) -> None:
        if paced.allows(sid):
            hear(sid, *said)

    # Where socket.io's server looks for what to call.
    setattr(namespace, f"on_{name}", heard)
