"""An idea with a phone number in it waits: its author is told, the facilitator decides."""

import pytest
from playwright.async_api import expect

from plekberaad_app.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to
from tests.journeys.test_every_screen import faults_of, thumb_faults_of
from tests.journeys.test_my_data import shoot

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
]


async def test_what_holds_a_number_waits_until_the_facilitator_lets_it_through(house: House):
    code = await house.evening()
    await house.person(code, "Mila")
    phones = [await house.phone(code, SAMIRA), await house.phone(code, BRAM)]
    projector = await house.projector(code)
    driver = await house.driver(code)
    await house.one_table(code, driver)
    await walk_to(driver, "ideas")
    tablet = await house.tablet(code)
    thinker = phones[0] if await phones[0].is_thinker() else phones[1]
    idea = "Bel mij: 06-12345678"
    await thinker.write(idea)
    await expect(thinker.says(text("phone.held.phone"))).to_be_visible()
    await expect(tablet.says(text("tablet.held.phone"))).to_be_visible()
    await expect(projector.says(idea)).to_be_hidden()
    assert await faults_of(thinker.page) + await thumb_faults_of(thinker) == []
    assert await faults_of(tablet.page) == []
    await shoot(thinker, "wacht-telefoon")
    await shoot(tablet, "wacht-tablet")
    await tablet.button("tablet.held.let_through").tap()
    await expect(projector.says(idea)).to_be_visible()
    await expect(thinker.says(text("phone.held.phone"))).to_be_hidden()
