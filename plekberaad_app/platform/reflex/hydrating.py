"""The first reply to a freshly opened page: it already has the defaults of all states.

Reflex would read every var of every state for every phone, only to find that nothing differs from
what was compiled into the page; and once read, every value stays in memory. What a screen shows
comes from the room, after `enter`.
"""

import reflex as rx
from reflex.middleware.middleware import Middleware
from reflex.state import BaseState, OnLoadInternalState, StateUpdate
from reflex_base.event import Event

HYDRATE = "reflex___state____state.hydrate_and_load"


class FirstHydration(Middleware):
    """Answers the hydrate event of a fresh page; leaves all others to Reflex."""

    async def preprocess(self, app: rx.App, state: BaseState, event: Event) -> StateUpdate | None:
        """An update with the page's address and its `on_load`; None if the page is not fresh."""
        # A browser sends the hashes of its defaults for as long as it shows nothing else.
        if event.name != HYDRATE or not event.payload.get("hashes") or not _is_fresh(state):
            return None
        state.is_hydrated = False  # pyright: ignore[reportAttributeAccessIssue]
        delta = await state._get_resolved_delta()
        state._clean()
        load = Event.from_event_type([OnLoadInternalState.on_load_internal])
        return StateUpdate(delta=delta, events=load)


def _is_fresh(root: BaseState) -> bool:
    """Whether no var below the root was ever set or read: from then on it would be in the state."""
    return all(_holds_nothing(state) for state in root.substates.values())


def _holds_nothing(state: BaseState) -> bool:
    return state.base_vars.keys().isdisjoint(vars(state)) and _is_fresh(state)
