"""A harvest in browsers: a table chooses, the room hears it, and says what touches it."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.facilitator import Facilitator, Programme
from tests.journeys.house import BRAM, SAMIRA, House
from tests.journeys.test_every_screen import look_at

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

NOTES = ("Zet een bankje bij de school", "Meer licht op het pad")


async def at_a_harvest(house: House, code: str) -> Facilitator:
    """An evening with one table, which chooses from what hung on a wall."""
    desk = Programme(house.logged_in(), code)
    await desk.open()
    for kind in ("wall", "harvest"):
        await desk.add_step(kind, f"stap-{kind}-01")
    await desk.close()
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await facilitator.steer("next")
    while facilitator.shown["stage"]["kind"] != "wall":
        await facilitator.steer("skip")
    for number, note in enumerate(NOTES):
        said = {"id": f"papier-{number:04}", "text": note, "round": 1}
        await facilitator.act("add_note", table=1, **said)
    await facilitator.steer("skip")
    return facilitator


async def test_what_a_table_chooses_is_told_and_touches_the_room(house: House):
    code, faults = await house.evening(), list[str]()
    samira, bram = await house.phone(code, SAMIRA), await house.phone(code, BRAM)
    facilitator = await at_a_harvest(house, code)
    projector, tablet = await house.projector(code), await house.tablet(code)
    screens = {"phone": samira, "projector": projector, "tablet": tablet}
    for phone, note in zip((samira, bram), NOTES, strict=True):
        name = f"{text('harvest.phone.choose')}: {note}"
        await phone.page.get_by_role("button", name=name).tap()
    for phone in (samira, bram):
        await expect(phone.page.locator(".harvest-ours")).to_have_count(2)
    await look_at(screens, "choose", faults)
    await facilitator.steer("next")
    shown = projector.page.locator(".harvest-words")
    await expect(shown).to_be_visible()
    first = await shown.inner_text()
    heart = bram.page.locator(".harvest-heart").first
    await heart.tap()
    await expect(heart).to_have_attribute("aria-pressed", "true")
    await look_at(screens, "tell", faults)
    await tablet.page.locator(".harvest-ways .button-main").tap()
    await expect(shown).not_to_have_text(first)
    await tablet.button("harvest.tablet.to_all").tap()
    await expect(projector.page.locator(".harvest-card")).to_have_count(2)
    await look_at(screens, "all", faults)
    assert faults == []
