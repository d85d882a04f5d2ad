"""A login that has ended shows and does nothing more, on whatever screen it was."""

import asyncio

import pytest

from tests.clients.facilitator import PASSWORD, AccountDesk, Facilitator, Onlooker, log_in
from tests.clients.screen import TIMEOUT_SECONDS
from tests.security.attacks import Matrix
from tests.security.house import House

pytestmark = [pytest.mark.served, pytest.mark.asyncio(loop_scope="session")]


async def test_a_tablet_closes_when_its_login_ends_and_comes_back_as_nobody(
    house: House, matrix: Matrix
):
    tablet = Facilitator(await log_in(house.site), house.evening.code)
    await tablet.open()
    assert tablet.shown["roster"]
    await tablet.browser.submit("/uitloggen")
    async with asyncio.timeout(TIMEOUT_SECONDS):
        await tablet.until_lost()
    assert tablet.shown["stage"]["status"] == "unknown"
    tablet.be_another_tab()
    await tablet.open()
    assert tablet.redirects
    assert not tablet.shown.get("roster")
    await tablet.close()
    matrix.note("the tablet of who logged out", "facilitator logged out", tried=1)


async def test_a_facilitator_logs_another_device_out_and_its_tablet_closes(house: House):
    lost = Facilitator(await log_in(house.site), house.evening.code)
    await lost.open()
    desk = AccountDesk(await log_in(house.site))
    await desk.open()
    await desk.until(lambda shown: shown.get("logins"))
    others = [login for login in desk.shown["logins"] if not login["is_here"]]
    # The evening's own tablet goes on: it is the first that logged in, and the last on the list.
    desk.send("log_out", form={"login_id": others[0]["id"], "password": PASSWORD})
    async with asyncio.timeout(TIMEOUT_SECONDS):
        await lost.until_lost()
    assert house.evening.facilitator.is_open
    await house.evening.facilitator.steer("resume")
    await desk.close()


async def test_anyone_who_looks_along_sees_nothing_more_when_their_login_ends(house: House):
    onlooker = Onlooker(await log_in(house.site), house.evening.code)
    await onlooker.open()
    assert onlooker.shown["stage"]["status"] == "running"
    await onlooker.browser.submit("/uitloggen")
    async with asyncio.timeout(TIMEOUT_SECONDS):
        await onlooker.until_lost()
    assert onlooker.shown["stage"]["status"] == "unknown"
    await onlooker.close()
