"""Who is there: the cookie behind a socket, and the gate every event has to pass.

Every public method of a state can be called by any socket, with any payload. So
each handler says what it does to what, and what says nothing is called by nobody. The gate asks who
is there and looks in the table of rights; whether they may do it to this room, the services ask.
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
from plekberaad_app.core.rights import ANYONE, DRIVERS, Action, Resource, Role, Roles, who_may
from plekberaad_app.platform import logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.refusals import Refused, asks_from, refused
from plekberaad_app.platform.tokens import is_our_key
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.running import run

# A state lives for an hour, in which this is far more tabs than one process serves.
MAX_TABS = 50_000
_DOES = "_does"
Handler = TypeVar("Handler", bound=Callable[..., Any])


_ROOT = "reflex___state____state"
# What a browser needs of Reflex itself. `setvar` and all the rest are for nobody.
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
    """Say what this handler does to what; who may do that says `domain/rights`.

    Stands below `@rx.event`.
    """

    def mark(handler: Handler) -> Handler:
        setattr(handler, _DOES, (action, resource))
        return handler

    return mark


def roles_for(handler_name: str) -> Roles | None:
    """Who may call the handler with this full name; None when nobody ever said."""
    if handler_name in _OF_REFLEX:
        return ANYONE
    registered = RegistrationContext.get().event_handlers.get(handler_name)
    if registered is None or registered.handler.fn.__module__.split(".")[0] == "reflex":
        return frozenset()
    does = getattr(registered.handler.fn, _DOES, None)
    return who_may(*does) if does else None


class Gate(Middleware):
    """Stops every event that no rule lets through; it is logged without what was in it."""

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
    """Whose browser each tab is in.

    A tab chooses its token itself and Reflex gives its state to whoever names it: to somebody else
    who learnt of it, or to who logs in next in the same tab.
    """

    def __init__(self, most: int = MAX_TABS) -> None:
        self._cookies = LRUCache[str, int](most)

    def has_another_browser(self, client_token: str, cookie_header: str) -> bool:
        """Whether this tab came back with other cookies than before; they count from now on."""
        cookies = hash(cookie_header)
        before = self._cookies.get(client_token, cookies)
        self._cookies[client_token] = cookies
        return before != cookies


def driver_token(state: BaseState) -> str:
    """The facilitator's cookie, or ''; a socket that no page of ours opened has none."""
    if not state.rx_router_headers.raw_headers.get("origin"):
        return ""
    return _cookies(_cookie_header(state)).get(logins.cookie(), "")


def participant_key(state: BaseState, code: str) -> str:
    """The participant's key for the room with this code, or ''."""
    return _cookies(_cookie_header(state)).get(participant_cookie(_normalised(code)), "")


def route_code(state: BaseState) -> str:
    """The code in the address of the page (`/d/<code>`), normalised where that is possible."""
    return _normalised(route_part(state))


def route_part(state: BaseState) -> str:
    """What follows the name of the page in its address (`/begin/<token>`), or ''."""
    parts = unquote(state.router.url.path).strip("/").split("/")
    return parts[1] if len(parts) > 1 else ""


def _known_name(handler_name: str) -> str:
    """State and name of a handler that exists; what somebody made up may hold anything."""
    is_ours = handler_name in RegistrationContext.get().event_handlers
    return handler_name.rpartition("____")[2] if is_ours else "unknown"


async def _may(state: BaseState, cookies: str, roles: Roles) -> bool:
    if Role.NOBODY in roles:
        return True
    if Role.PARTICIPANT in roles and _has_our_key(cookies):
        return True
    # What a stand-in may not do the use case refuses, which also tells them why.
    return not roles.isdisjoint(DRIVERS) and await steers(driver_token(state))


async def steers(token: str) -> bool:
    """Whether a facilitator is behind this cookie, as far as can be known now."""
    found = await run(logins.who_steers, token, now())
    # While the database is away nobody can be known: the use case, which asks again, tells why.
    return found.value is not None or found.is_away


@lru_cache(maxsize=4096)
def _has_our_key(header: str) -> bool:
    """Whether a browser carries a key that we made for some room."""
    prefix = participant_cookie("")
    return any(
        is_our_key(value, name.removeprefix(prefix))
        for name, value in _cookies(header).items()
        if name.startswith(prefix)
    )


def _cookie_header(state: BaseState) -> str:
    # Read at the socket's handshake; Reflex keeps it from the browser. Only this part is
    # asked for: `state.router` puts all its parts together anew.
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
