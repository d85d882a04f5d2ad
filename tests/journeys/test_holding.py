"""What seems to lead to a person waits or comes back, and whoever wrote it is told kindly."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House
from tests.journeys.test_every_screen import faults_of, thumb_faults_of
from tests.journeys.test_my_data import shoot

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
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
    await tablet.says(text("tablet.held.let_through")).tap()
    await expect(projector.says(idea)).to_be_visible()
    await expect(thinker.says(text("phone.held.phone"))).to_be_hidden()


async def test_a_challenge_with_an_address_waits_until_the_facilitator_lets_it_through(
    house: House,
):
    code = await house.evening()
    phone, tablet = await house.phone(code, SAMIRA), await house.tablet(code)
    await phone.bring("Wat doen we met Kerkstraat 12?")
    await expect(phone.says(text("phone.held.address"))).to_be_visible()
    await tablet.open("owners")
    await expect(tablet.says(text("tablet.held.address"))).to_be_visible()
    assert await faults_of(phone.page) + await thumb_faults_of(phone) == []
    assert await faults_of(tablet.page) == []
    await shoot(phone, "kans-wacht-telefoon")
    await shoot(tablet, "kans-wacht-tablet")
    await tablet.says(text("tablet.held.let_through")).tap()
    await expect(phone.says(text("phone.held.address"))).to_be_hidden()
    await expect(tablet.says(text("tablet.held.address"))).to_be_hidden()


async def test_a_challenge_that_still_waits_is_at_its_table_on_the_tablet_and_on_no_wall(
    house: House,
):
    scene = await house.with_two_phones("questions")
    tablet = await house.tablet(scene.code)
    question = "Wat doen we met Kerkstraat 12?"
    for person in scene.facilitator.shown["roster"][:2]:
        await scene.facilitator.name_owner(person["number"], question)
    await expect(tablet.says(text("tablet.held.address"))).to_be_visible()
    await expect(scene.projector.says(question)).to_be_hidden()
    await shoot(tablet, "kans-wacht-aan-tafel")
    await shoot(scene.projector, "kans-wacht-scherm")
    await tablet.says(text("tablet.held.let_through")).tap()
    await expect(scene.projector.says(question)).to_be_visible()


async def test_a_name_with_a_phone_number_is_refused_kindly_and_stays_in_its_field(house: House):
    phone = await house.phone(await house.evening())
    name = phone.page.get_by_label(text("phone.check_in.name"))
    await phone.answer("never", "resident")
    await phone.name_yourself("Sam 0612345678")
    await expect(phone.says(text("error.holds_phone"))).to_be_visible()
    await expect(name).to_have_value("Sam 0612345678")
    assert await faults_of(phone.page) + await thumb_faults_of(phone) == []
    await shoot(phone, "naam-met-nummer")
    await name.fill("Sam")
    await phone.button("phone.check_in.send").tap()
    await expect(phone.page.locator("h1")).to_contain_text("Sam")
