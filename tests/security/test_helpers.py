"""Whoever has a link does with it what it was made for, at their own table, until it is void."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.clients.browser import Browser
from tests.clients.helpers import HelpersDesk, Host
from tests.security.attacks import Matrix, attack
from tests.security.handlers import PLAUSIBLE, every_handler, payloads, short
from tests.security.house import House

pytestmark = [pytest.mark.served, pytest.mark.asyncio(loop_scope="session")]

OF_A_HOST = {
    "host_state.act",
    "host_state.take_time",
    "host_state.be_ready",
    "host_state.call_for_help",
    "host_state.pass_the_word",
}


async def link(house: House, role: str, **said: str) -> tuple[HelpersDesk, str]:
    """The desk of the facilitator, and the path of a new link."""
    desk = HelpersDesk(house.evening.facilitator.browser, house.evening.code)
    await desk.open()
    return desk, await desk.hand_out(role, **said)


def from_the_page(path: str, house: House, *, but: set[str]) -> Iterator[tuple[str, str, Any]]:
    """Every handler with everything, as if it stood on the page of this link."""
    for name in every_handler():
        if short(name) not in but:
            yield from ((path, name, payload) for payload in payloads(name, house))


@pytest.mark.parametrize("role", ["observer", "artist", "stand_in", "table_host"])
async def test_from_the_page_of_a_link_nothing_else_is_done_or_read(
    house: House, matrix: Matrix, role: str
):
    desk, path = await link(house, role, table="1")
    before = house.truth()
    but = OF_A_HOST if role == "table_host" else set[str]()
    tried, heard = await attack(Browser(house.site), from_the_page(path, house, but=but))
    assert house.truth() == before
    assert [word for word in house.secrets() if word in heard] == []
    matrix.note("every handler, from the page of a link", f"link: {role}", tried=tried)
    await desk.withdraw(role)
    await desk.close()


async def test_a_host_reaches_no_other_table_and_nothing_with_a_void_link(
    house: House, matrix: Matrix
):
    desk, path = await link(house, "table_host", table="1")
    host = Host(Browser(house.site), path)
    await host.open()
    seen = host.shown["stage"]["step_id"]
    elsewhere = [
        {"id": "aanval-0003-idee", "text": "Elders", "person": 99},
        {"id": house.idea_id, "text": "Anders"},
        {"id": house.hidden_id, "text": "Anders"},
    ]
    before = house.truth()
    for name in ("add_idea", "change_idea", "take_back_idea", "reveal", "nobody_yet", "not_yet"):
        for payload in elsewhere:
            host.send("act", step_id=seen, round=1, name=name, payload=payload)
    await host.until(lambda shown: shown["refusal"]["sentence"]["key"])
    assert house.truth() == before
    named = [name for name in every_handler() if short(name) in OF_A_HOST]
    own = [(path, name, PLAUSIBLE[short(name)](house)) for name in named]
    await attack(Browser(house.site), own)
    assert house.truth() != before
    await desk.withdraw("table_host")
    await host.until(lambda shown: shown["stage"]["status"] == "unknown")
    before = house.truth()
    tried, _ = await attack(Browser(house.site), from_the_page(path, house, but=set()))
    assert house.truth() == before
    matrix.note("every handler, from the page of a void link", "link: table_host", tried=tried)
    await host.close()
    await desk.close()
