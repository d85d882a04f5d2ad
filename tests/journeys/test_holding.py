"""An idea with a phone number in it waits: its author is told, the facilitator decides."""

import pytest
from playwright.async_api import expect

from plekberaad_app.i18n.catalogue import text
from tests.journeys.house import House
from tests.journeys.test_every_screen import faults_of, thumb_faults_of
from tests.journeys.test_my_data import shoot

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
]


async def test_what_holds_a_number_waits_until_the_facilitator_lets_it_through(house: House):
    scene = await house.with_two_phones("ideas")
    projector, thinker = scene.projector, scene.thinker
    tablet = await house.tablet(scene.code)
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
