"""What somebody types is never lost, and never stored twice."""

import asyncio

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.phone import wall
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.journeys.reading import english_in
from tests.rehearsal.browsers import Phone
from tests.rehearsal.server import Server

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]


async def test_half_an_idea_survives_refresh_restart_and_phase_and_is_stored_once(
    mortal_house: House, mortal: Server
):
    house = mortal_house
    code = await house.evening()
    owner, phone = await house.person(code, "Mila"), await house.phone(code, SAMIRA)
    other = await house.phone(code, BRAM)
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "ideas")
    await _until_somebody_writes(phone, other)
    thinker = phone if await phone.is_thinker() else other

    await thinker.type("Half een idee")
    await thinker.page.reload()
    await expect(thinker.page.locator("#idea")).to_have_value("Half een idee")

    mortal.kill()
    await expect(thinker.says(text("browser.away"))).to_be_visible()
    assert await english_in(thinker.page) == []
    await thinker.send()
    await thinker.type("Nog een half idee")
    mortal.start()
    await thinker.until_stored("Half een idee")
    await expect(thinker.page.locator("#idea")).to_have_value("Nog een half idee")

    await facilitator.open()
    await facilitator.steer("next")
    await expect(thinker.page.locator(".task-phase")).to_contain_text(text("carousel.phase.review"))
    await expect(thinker.page.locator("#idea")).to_have_value("Nog een half idee")

    await thinker.context.set_offline(True)
    await thinker.send()
    await expect(thinker.says(text("phone.box.sending"))).to_be_visible()
    await thinker.context.set_offline(False)
    await thinker.until_stored("Nog een half idee")
    await facilitator.until(lambda shown: len(wall(shown)) == 2)
    assert wall(facilitator.shown) == ["Half een idee", "Nog een half idee"]
    assert owner.path.endswith(code)


async def _until_somebody_writes(*phones: Phone) -> None:
    """The box comes with the panel of the step, a moment after the phase."""
    async with asyncio.timeout(30):
        while not any([await each.is_thinker() for each in phones]):
            await asyncio.sleep(0.05)
