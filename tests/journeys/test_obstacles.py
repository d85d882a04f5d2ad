"""What stands in the way, on a tablet: the message has the taps that end it and covers nothing."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.facilitator import Programme
from tests.journeys.house import House, walk_to

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

# The parts of the page that share a point with where messages stand.
OVERLAPPED = """() => {
    const told = document.querySelector('.tablet-told').getBoundingClientRect()
    const parts = [...document.querySelectorAll('.tablet-frame > :not(.tablet-told)')]
    return parts.filter((part) => {
        const box = part.getBoundingClientRect()
        return box.height > 0 && told.height > 0 && box.left < told.right && told.left < box.right
            && box.top < told.bottom - 1 && told.top + 1 < box.bottom
    }).map((part) => part.className)
}"""


async def overlapped(page: Page) -> list[str]:
    """What one cannot see or tap because a message lies over it."""
    return await page.evaluate(OVERLAPPED)


async def with_two_tables(house: House) -> tuple[Any, Any]:
    """A tablet and its facilitator, where two tables have yet to say what comes next."""
    code = await house.evening()
    for name in ("Ada", "Bas", "Cor", "Dia"):
        await house.person(code, name)
    tablet, facilitator = await house.tablet(code), await house.facilitator(code)
    await facilitator.until(lambda shown: len(shown["roster"]) >= 4)
    await facilitator.make_tables(2)
    for person in facilitator.shown["roster"]:
        await facilitator.name_owner(person["number"], f"De kans van {person['name']}")
    await walk_to(facilitator, "next_step")
    return tablet, facilitator


async def test_who_cannot_go_on_types_the_step_of_a_table_in_the_message_itself(house: House):
    tablet, _facilitator = await with_two_tables(house)
    page = tablet.page
    await tablet.next()
    first = page.locator(".obstacle-parts li").first
    assert await overlapped(page) == []
    await first.get_by_text(text("carousel.cure.type_step")).tap()
    await first.get_by_label(text("tablet.table.what")).fill("Ik bel de gemeente")
    assert await overlapped(page) == []
    await first.get_by_role("button", name=text("tablet.obstacle.store")).tap()
    await expect(page.locator(".obstacle-parts li")).to_have_count(0)
    await expect(page.locator(".obstacle")).to_contain_text(
        text("error.carousel.next_step_missing", table=2)
    )
    await page.locator(".obstacle").get_by_text(text("carousel.cure.not_yet"), exact=True).tap()
    await expect(page.locator(".obstacle")).to_be_hidden()


async def test_an_answer_to_a_tap_covers_no_button(house: House):
    _code, tablet, _facilitator = await house.with_a_tablet()
    await tablet.open("tables")
    await tablet.says(text("tablet.tables.again")).tap()
    await tablet.page.get_by_label(text("tablet.tables.how_many")).fill("1")
    await tablet.button("tablet.tables.make").first.tap()
    await expect(tablet.page.locator(".notice")).to_be_visible()
    assert await overlapped(tablet.page) == []


async def test_leaving_out_the_last_part_asks_first_and_says_that_it_is_for_good(house: House):
    code = await house.evening()
    programme = Programme(house.logged_in(), code)
    await programme.open()
    kinds = [step["kind"] for step in programme.shown["steps"]]
    after_the_vote = programme.shown["steps"][kinds.index("voting") + 1 :]
    for step in [*after_the_vote, programme.step("carousel")]:
        await programme.remove_step(step["id"])
    await programme.close()
    tablet, facilitator = await house.tablet(code), await house.facilitator(code)
    await facilitator.steer("next")
    await tablet.says(text("live.cure.leave_out_and_close")).tap()
    await expect(tablet.says(text("tablet.end.what"))).to_be_visible()
    assert "niet heropenen" in text("tablet.end.what")
    assert facilitator.shown["stage"]["status"] == "running"
