"""The state of a tab that is gone does not stay."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
import reflex as rx
from reflex.istate.manager.memory import StateManagerMemory
from reflex.istate.manager.token import BaseStateToken

from plekberaad_app.platform.reflex.forgetting import forget_the_gone

TAB, OTHER = "tab", "other"


class Tabs:
    """Two tabs with a state each, as Reflex has them."""

    def __init__(self) -> None:
        self.manager = StateManagerMemory()
        self.closed: list[str] = []
        self.namespace = SimpleNamespace(
            on_disconnect=self._close,
            sid_to_token={"s1": TAB, "s2": OTHER},
            token_to_sid={TAB: "s1", OTHER: "s2"},
        )
        self.app = SimpleNamespace(event_namespace=self.namespace, state_manager=self.manager)
        forget_the_gone(cast(Any, self.app), grace=0)

    def _close(self, sid: str) -> None:
        self.closed.append(sid)
        self.namespace.token_to_sid.pop(self.namespace.sid_to_token.pop(sid))

    async def open(self) -> None:
        for tab in (TAB, OTHER):
            await self.manager.get_state(BaseStateToken(ident=tab, cls=rx.State))

    def known(self) -> set[str]:
        return {token.ident for _, token in self.manager._token_expires_at.values()}


@pytest.fixture
async def tabs():
    opened = Tabs()
    await opened.open()
    yield opened
    await opened.manager.close()


async def test_a_tab_that_is_gone_is_forgotten_and_no_other(tabs: Tabs):
    tabs.namespace.on_disconnect("s1")
    assert tabs.known() == {TAB, OTHER}
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert tabs.known() == {OTHER}
    assert len(tabs.manager.states) == 1
    assert tabs.closed == ["s1"]


async def test_a_tab_that_came_back_keeps_its_state(tabs: Tabs):
    tabs.namespace.on_disconnect("s1")
    tabs.namespace.token_to_sid[TAB] = "s3"
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert tabs.known() == {TAB, OTHER}


async def test_a_socket_that_never_named_a_tab_leaves_nothing(tabs: Tabs):
    tabs.namespace.sid_to_token["s9"] = ""
    tabs.namespace.token_to_sid[""] = "s9"
    tabs.namespace.on_disconnect("s9")
    await asyncio.sleep(0)
    assert tabs.known() == {TAB, OTHER}
