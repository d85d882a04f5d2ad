"""Who is there: the cookie behind a socket, and the gate that every event has to pass.

Any socket can call any public method of a state, with any payload. So each handler declares what it
does to what, and a handler that declares nothing can be called by nobody. The gate finds out who is
asking and looks in the table of rights; the use cases check whether they may do it in this room.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from http.cookies import CookieError, SimpleCookie
from typing import Any, TypeVar
from urllib.parse import unquote

import reflex as rx
from cachetools import LRUCache

from plekberaad_app.core import join_codes
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.rights import (
    ANY_FACILITATOR,
    ANYONE,
    HELPERS,
    Action,
    Resource,
    Role,
    Roles,
    who_may,
)
from plekberaad_app.platform import helper_links, logins
from plekberaad_app.platform.http.cookie_names import participant_cookie
from plekberaad_app.platform.reflex.events import (
    NEEDED_OF_REFLEX,
    EventGate,
    address_of_tab,
    header,
    is_handler,
    our_handler,
    tab_of,
)
from plekberaad_app.platform.refusals import Refused, asks_from, refused
from plekberaad_app.platform.tokens import is_like_a_token, is_our_key
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room.running import find, run

# A state lives for an hour; in that time one process serves far fewer tabs than this.
MAX_TABS = 50_000
_DOES = "_does"
Handler = TypeVar("Handler", bound=Callable[..., Any])


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
    if handler_name in NEEDED_OF_REFLEX:
        return ANYONE
    handler = our_handler(handler_name)
    if handler is None:
        return frozenset()
    does = getattr(handler, _DOES, None)
    return who_may(*does) if does else None


class Gate(EventGate):
    """Stops every event that no rule allows, and logs it without its contents."""

    def __init__(self) -> None:
        self._tabs = Tabs()

    async def lets_through(self, state: rx.State, handler_name: str) -> bool:
        """Whether whoever sent this may do what the handler does."""
        cookies = _cookie_header(state)
        asks_from(address_of_tab(state), _known_name(handler_name))
        if self._tabs.has_another_browser(tab_of(state), cookies):
            state.reset()
        if await _may(state, cookies, roles_for(handler_name) or frozenset()):
            return True
        refused(Refused.EVENT, "stopped_at_the_gate")
        return False


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


def facilitator_token(state: rx.State) -> str:
    """The facilitator's cookie, or ''; a socket that was not opened by one of our pages has
    none."""
    if not header(state, "origin"):
        return ""
    return _cookies(_cookie_header(state)).get(logins.cookie(), "")


def as_facilitator(state: rx.State, use_case: Callable[..., Any]) -> Callable[..., Any]:
    """The use case, with whoever is logged in at this screen as its first argument.

    Called, it raises NotAllowed('not_logged_in') where nobody is.
    """
    token = facilitator_token(state)

    @wraps(use_case)
    def called(*args: Any, **options: Any) -> Any:
        return use_case(logins.require_login(token, now()), *args, **options)

    return called


def participant_key(state: rx.State, code: str) -> str:
    """The participant's key for the room with this code, or ''."""
    return _cookies(_cookie_header(state)).get(participant_cookie(_normalised(code)), "")


def route_code(state: rx.State) -> str:
    """The code in the address of the page (`/d/<code>`), normalised if possible."""
    return _normalised(route_part(state))


def route_part(state: rx.State) -> str:
    """What follows the page's name in its address (`/begin/<token>`), or ''."""
    parts = unquote(state.router.url.path).strip("/").split("/")
    return parts[1] if len(parts) > 1 else ""


def _known_name(handler_name: str) -> str:
    """State and name of a handler that exists; a made-up name may contain anything."""
    return handler_name.rpartition("____")[2] if is_handler(handler_name) else "unknown"


async def _may(state: rx.State, cookies: str, roles: Roles) -> bool:
    if Role.NOBODY in roles:
        return True
    if Role.PARTICIPANT in roles and _has_our_key(cookies):
        return True
    # What a stand-in may not do is refused by the use case, which also tells them why.
    if not roles.isdisjoint(ANY_FACILITATOR) and await steers(facilitator_token(state)):
        return True
    return not roles.isdisjoint(HELPERS) and await _helps(state, roles)


async def _helps(state: rx.State, roles: Roles) -> bool:
    """Whether the address of the page is the link of a helper in one of these roles."""
    token = route_part(state)
    if not is_like_a_token(token):
        return False
    found = await find(state, token, helper_links.who_helps, token)
    return found.is_away or (found.value is not None and found.value.role in roles)


async def steers(token: str) -> bool:
    """Whether a facilitator is behind this cookie, as far as we can tell now."""
    found = await run(logins.who_steers, token, now())
    # While the database is away we cannot know; the use case checks again, and says why it refuses.
    return found.value is not None or found.is_away


@lru_cache(maxsize=4096)
def _has_our_key(cookie_header: str) -> bool:
    """Whether a browser carries one of our keys, for any room."""
    prefix = participant_cookie("")
    return any(
        is_our_key(value, name.removeprefix(prefix))
        for name, value in _cookies(cookie_header).items()
        if name.startswith(prefix)
    )


def _cookie_header(state: rx.State) -> str:
    return header(state, "cookie")


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
