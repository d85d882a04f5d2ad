"""What reaches a handler: which there are, from which tab an event comes, and stopping one."""

from collections.abc import Callable
from typing import Any

import reflex as rx
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, StateUpdate
from reflex_base.event import Event
from reflex_base.registry import RegistrationContext

_ROOT = "reflex___state____state"
# The handlers of Reflex that a browser needs. `setvar` and all the rest are for nobody.
NEEDED_OF_REFLEX = frozenset(
    {
        f"{_ROOT}.hydrate",
        f"{_ROOT}.hydrate_and_load",
        f"{_ROOT}.set_is_hydrated",
        f"{_ROOT}.reflex___state____on_load_internal_state.on_load_internal",
        f"{_ROOT}.reflex___state____on_load_internal_state.set_is_hydrated",
        f"{_ROOT}.reflex___state____update_vars_internal_state.update_vars_internal",
    }
)


class EventGate(Middleware):
    """Every event passes here first; what is not let through does nothing, and is not answered."""

    async def lets_through(self, state: BaseState, handler_name: str) -> bool:
        """Whether the handler with this full name may be called."""
        raise NotImplementedError

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:
        """Part of Reflex: None lets the event through, an empty update stops it."""
        return None if await self.lets_through(state, event.name) else StateUpdate()


def is_handler(name: str) -> bool:
    """Whether there is a handler with this full name, ours or Reflex's."""
    return name in RegistrationContext.get().event_handlers


def our_handler(name: str) -> Callable[..., Any] | None:
    """The function of ours with this full name, or None: it is Reflex's own, or does not exist."""
    registered = RegistrationContext.get().event_handlers.get(name)
    if registered is None or registered.handler.fn.__module__.split(".")[0] == "reflex":
        return None
    return registered.handler.fn


def tab_of(state: BaseState) -> str:
    """The token of the tab, which it chose itself."""
    return state.rx_router_session.client_token


def address_of_tab(state: BaseState) -> str:
    """The address from which the tab's socket was opened."""
    return state.rx_router_session.client_ip


def header(state: BaseState, name: str) -> str:
    """A header of the handshake of the tab's socket, or ''; Reflex never sends it to the browser.

    Only this part is asked for: `state.router` would rebuild all its parts.
    """
    return state.rx_router_headers.raw_headers.get(name, "")
