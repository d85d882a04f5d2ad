import asyncio
from pathlib import Path

import pytest

from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
OUT = Path("/tmp/w/typing")


async def shoot(page, name, w, h):
    await page.set_viewport_size({"width": w, "height": h})
    await asyncio.sleep(0.4)
    await page.screenshot(path=OUT / f"{name}-{w}x{h}.png")


async def test_look(house: House):
    code = await house.evening()
    for n in ("Mila", "Joris", "Fatima", "Kees"):
        await house.person(code, n)
    phones = (await house.phone(code, SAMIRA), await house.phone(code, BRAM))
    projector, driver = await house.projector(code), await house.driver(code)
    await driver.until(lambda shown: len(shown["roster"]) >= 6)
    await driver.make_tables(1)
    for person in driver.shown["roster"][:2]:
        await driver.name_owner(person["number"], f"De kans van {person['name']}")
    tablet = await house.tablet(code)
    await walk_to(driver, "ideas")
    a, b = [p.page for p in phones]
    await asyncio.sleep(1)
    for w, h in ((360, 640), (320, 568)):
        await shoot(b, "phone-before", w, h)
    if await phones[0].is_thinker():
        await a.locator("#idea").press_sequentially("Een bankje", delay=60)
    await asyncio.sleep(1.6)
    for w, h in ((360, 640), (320, 568)):
        await shoot(b, "phone", w, h)
    await shoot(tablet.page, "tablet", 1180, 820)
    await shoot(projector.page, "projector", 1920, 1080)
