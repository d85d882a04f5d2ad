"""Who is there: the cookie behind a socket, and the gate that every event has to pass.

Any socket can call any public method of a state, with any payload. So each handler declares what it
does to what, and a handler that declares nothing can be called by nobody. The gate finds out who is
asking and looks in the table of rights; the use cases check whether they may do it in this room.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeVar
from urllib.parse import unquote

import reflex as rx
from cachetools import LRUCache
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.rights import (
    ANY_FACILITATOR,
    ANYONE,
    Action,
    Resource,
    Role,
    Roles,
    who_may,
)
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.refusals import Refused, asks_from, refused
from plekberaad_app.platform.tokens import is_our_key
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.running import run

# A state lives for an hour; in that time one process serves far fewer tabs than this.
MAX_TABS = 50_000
_DOES = "_does"
Handler = TypeVar("Handler", bound=Callable[..., Any])


_ROOT = "reflex___state____state"
# The handlers of Reflex that a browser needs. `setvar` and all the rest are for nobody.
_OF_REFLEX = frozenset(
    {
        f"{_ROOT}.hydrate",
        f"{_ROOT}.hydrate_and_load",
        f"{_ROOT}.set_is_hydrated",
        f"{_ROOT}.reflex___state____on_load_internal_state.on_load_internal",
        f"{_ROOT}.reflex___state____on_load_internal_state.set_is_hydrated",
        f"{_ROOT}.reflex___state____update_vars_internal_state.update_vars_internal",
    }
)


def allows(action: Action, resource: Resource) -> Callable[[Handler], Handler]:
    """Declare what this handler does to what; `core/rights.py` says who may do that.

    Goes below `@rx.event`.
    """

    def mark(handler: Handler) -> Handler:
        setattr(handler, _DOES, (action, resource))
        return handler

    return mark


def roles_for(handler_name: str) -> Roles | None:
    """Who may call the handler with this full name; None if it declares nothing."""
    if handler_name in _OF_REFLEX:
        return ANYONE
    registered = RegistrationContext.get().event_handlers.get(handler_name)
    if registered is None or registered.handler.fn.__module__.split(".")[0] == "reflex":
        return frozenset()
    does = getattr(registered.handler.fn, _DOES, None)
    return who_may(*does) if does else None


class Gate(Middleware):
    """Stops every event that no rule allows, and logs it without its contents."""

    def __init__(self) -> None:
        self._tabs = Tabs()

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:
        """None lets the event through; an empty update stops it."""
        session, cookies = state.rx_router_session, _cookie_header(state)
        asks_from(session.client_ip, _known_name(event.name))
        if self._tabs.has_another_browser(session.client_token, cookies):
            state.reset()
        if await _may(state, cookies, roles_for(event.name) or frozenset()):
            return None
        refused(Refused.EVENT, "stopped_at_the_gate")
        return StateUpdate()


class Tabs:
    """Which browser each tab is in.

    A tab chooses its own token, and Reflex gives the state to anybody who names it: to somebody
    else who learnt the token, or to whoever logs in next in the same tab.
    """

    def __init__(self, most: int = MAX_TABS) -> None:
        self._cookies = LRUCache[str, int](most)

    def has_another_browser(self, client_token: str, cookie_header: str) -> bool:
        """Whether this tab came back with different cookies, which count from now on."""
        cookies = hash(cookie_header)
        before = self._cookies.get(client_token, cookies)
        self._cookies[client_token] = cookies
        return before != cookies


def facilitator_token(state: BaseState) -> str:
    """The facilitator's cookie, or ''; a socket that was not opened by one of our pages has
    none."""
    if not state.rx_router_headers.raw_headers.get("origin"):
        return ""
    return _cookies(_cookie_header(state)).get(logins.cookie(), "")


def participant_key(state: BaseState, code: str) -> str:
    """The participant's key for the room with this code, or ''."""
    return _cookies(_cookie_header(state)).get(participant_cookie(_normalised(code)), "")


def route_code(state: BaseState) -> str:
    """The code in the address of the page (`/d/<code>`), normalised if possible."""
    return _normalised(route_part(state))


def route_part(state: BaseState) -> str:
    """What follows the page's name in its address (`/begin/<token>`), or ''."""
    parts = unquote(state.router.url.path).strip("/").split("/")
    return parts[1] if len(parts) > 1 else ""


def _known_name(handler_name: str) -> str:
    """State and name of a handler that exists; a made-up name may contain anything."""
    is_ours = handler_name in RegistrationContext.get().event_handlers
    return handler_name.rpartition("____")[2] if is_ours else "unknown"


async def _may(state: BaseState, cookies: str, roles: Roles) -> bool:
    if Role.NOBODY in roles:
        return True
    if Role.PARTICIPANT in roles and _has_our_key(cookies):
        return True
    # What a stand-in may not do is refused by the use case, which also tells them why.
    return not roles.isdisjoint(ANY_FACILITATOR) and await steers(facilitator_token(state))


async def steers(token: str) -> bool:
    """Whether a facilitator is behind this cookie, as far as we can tell now."""
    found = await run(logins.who_steers, token, now())
    # While the database is away we cannot know; the use case checks again, and says why it refuses.
    return found.value is not None or found.is_away


@lru_cache(maxsize=4096)
def _has_our_key(header: str) -> bool:
    """Whether a browser carries one of our keys, for any room."""
    prefix = participant_cookie("")
    return any(
        is_our_key(value, name.removeprefix(prefix))
        for name, value in _cookies(header).items()
        if name.startswith(prefix)
    )


def _cookie_header(state: BaseState) -> str:
    # Read at the socket's handshake; Reflex never sends it to the browser. Only this part is asked
    # for: `state.router` would rebuild all its parts.
    return state.rx_router_headers.raw_headers.get("cookie", "")


@lru_cache(maxsize=4096)
def _cookies(header: str) -> Mapping[str, str]:
    try:
        return {name: cookie.value for name, cookie in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _normalised(code: str) -> str:
    try:
        return join_codes.normalise(code)
    except BadInput:
        return code
