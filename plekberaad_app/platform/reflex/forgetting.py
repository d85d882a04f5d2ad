"""What a closed tab leaves in memory is soon removed: anybody can open any number of tabs.

Reflex keeps the state of every tab for an hour. Ours holds nothing that is not in the database:
anybody who comes back later than this gets a new one, and sees the same.
"""

import asyncio
from typing import Any

import reflex as rx
from reflex.app import EventNamespace
from reflex.istate.manager.memory import StateManagerMemory


def forget_the_gone(app: rx.App, grace: float) -> None:
    """From now on, drop a tab's state once the tab has been gone for `grace` seconds."""
    namespace = app.event_namespace
    assert namespace is not None
    on_disconnect = namespace.on_disconnect

    def leave(sid: str) -> Any:
        token = namespace.sid_to_token.get(sid)
        ended = on_disconnect(sid)
        if token:
            asyncio.get_running_loop().call_later(grace, _forget, app, namespace, token)
        return ended

    namespace.on_disconnect = leave


def _forget(app: rx.App, namespace: EventNamespace, client_token: str) -> None:
    manager = app.state_manager
    if client_token in namespace.token_to_sid or not isinstance(manager, StateManagerMemory):
        return
    for _deadline, token in list(manager._token_expires_at.values()):
        lock = manager._states_locks.get(token.lock_key)
        if token.ident == client_token and not (lock and lock.locked()):
            manager._purge_token(token)
