"""Replaces what Reflex's browser code says in English, how it looks for the server, and whom it
tells that a socket opened or closed.
"""

import re
from typing import Unpack

from reflex_base import constants
from reflex_base.plugins import Plugin
from reflex_base.plugins.base import PreCompileContext

from plekberaad_app.ui.browser import browser_file
from plekberaad_app.ui.texts import need

STATE_JS = "utils/state.js"
_UNFOLDING = 'import { unfolded } from "$/public/browser/deltas.js";\n\n'
# For what may get lost (platform/reflex/signals.py): nothing waits for it.
_SIGNALS = (
    "  window.plekberaadSignal = (...said) =>"
    " socket.current?.connected && socket.current.volatile.emit(...said);\n"
)
_HANGING_UP = "  window.plekberaadHangUp = () => socket.current?.io.engine?.close();\n"
_EVAL = re.compile(r"(?<![\w.])eval\(")


class LeftoverNotFound(RuntimeError):
    """Reflex's template no longer has the text to replace: check it again before building."""


class BrowserTexts(Plugin):
    """Writes our version of Reflex's browser code on every build."""

    def pre_compile(self, **context: Unpack[PreCompileContext]) -> None:
        """Start from Reflex's template, not from an earlier result, so that a build can be
        repeated."""
        template = constants.Templates.Dirs.WEB_TEMPLATE / STATE_JS
        context["add_save_task"](lambda: (STATE_JS, translated(template.read_text("utf-8"))))


def translated(code: str) -> str:
    """The browser code with our texts and addresses; raises LeftoverNotFound.

    Its own texts stand in no component, so they are asked for here.
    """
    need("building.new_version")
    need("building.reload")
    for english, ours in _replacements().items():
        if code.count(english) != 1:
            raise LeftoverNotFound(english)
        code = code.replace(english, ours)
    return f'import {{ sayNow }} from "{browser_file("words.js")}";\n{_with_short_names(code)}'


def _with_short_names(code: str) -> str:
    """Let no name of this file be visible to code that a server sends, so that a bundler may
    shorten them.

    We send no such code, and the content policy would not run it.
    """
    code, found = _EVAL.subn("(0, eval)(", code)
    if not found:
        raise LeftoverNotFound(_EVAL.pattern)
    return code


def _replacements() -> dict[str, str]:
    return {
        '"A new version of this app is available."': 'sayNow()("building.new_version")',
        'button.textContent = "Reload"': 'button.textContent = sayNow()("building.reload")',
        # The port of the build is baked in. Where everything is served on one port, that of the
        # page is the right one: on another port than at the build, and behind a proxy with https.
        "endpoint.hostname = frontend_hostname;": "endpoint.hostname = frontend_hostname;\n"
        "    if (import.meta.env.PROD) endpoint.port = window.location.port;",
        # A tap over a connection that died unseen is sent again over the next one, and a try to
        # connect over a dead network does not hold up the one that would succeed.
        'socket.emit("event", encodeFormDataArgs(routed_event));': 'socket.emit("event", '
        "{ ...encodeFormDataArgs(routed_event), tap: generateUUID() });",
        "reconnection: false,": "reconnection: false,\n    timeout: 8000,\n"
        "    retries: 10,\n    ackTimeout: 10000,",
        # What changed of a var is put into what the page holds; a page that missed something hangs
        # up and comes back, which brings it all.
        "export const applyDelta = (state, delta) => {": _UNFOLDING
        + "export const applyDelta = (state, news) => {\n  const delta = unfolded(state, news);",
        "  socket.current.connect();\n};": _HANGING_UP
        + _SIGNALS
        + "  socket.current.connect();\n};",
        # connection.jsx tells a server that stops for a moment from a network that is gone.
        "window.__reflex_otel?.onSocketConnect?.();": _told("0"),
        "window.__reflex_otel?.onSocketDisconnect?.(reason);": _told("details?.context?.code"),
        "await eval(`import(dataUri)`)": "await import(/* @vite-ignore */ dataUri)",
        'endpoint.port = ""; // Assume websocket is on https port via load balancer.': "",
    }


def _told(code: str) -> str:
    """JavaScript that tells the page: 0 for a socket that opened, or why one closed.

    A socket may open before anything on the page listens, so how it stands is kept too.
    """
    return (
        f"window.plekberaadHasSocket = ({code}) === 0;"
        f'window.dispatchEvent(new CustomEvent("plekberaad:socket", {{ detail: {code} }}));'
    )
