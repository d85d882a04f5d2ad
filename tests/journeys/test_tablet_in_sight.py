"""What a facilitator sees whatever view of the tablet is open: the time, and a message to all."""

from typing import Any

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room.tablet.frame import VIEWS
from tests.clients.screen import words_of
from tests.journeys.house import House, walk_to
from tests.rehearsal.browsers import Tablet

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SMALL_TABLETS = ((1024, 768), (744, 1133))
COFFEE = "Over tien minuten is er koffie."


async def test_the_phase_and_its_clock_are_in_sight_in_every_view(house: House):
    _code, tablet, facilitator = await house.with_a_tablet("explain")
    for name in VIEWS:
        await tablet.open(name)
        clock = tablet.page.locator(".clock-time").filter(visible=True)
        await expect(clock).to_have_count(1)
        await expect(clock).to_be_in_viewport()
        await expect(
            tablet.says(words_of(facilitator.shown["stage"]["phase_title"]))
        ).to_be_in_viewport()


async def test_a_message_stands_on_every_tablet_until_one_of_them_takes_it_away(house: House):
    code, tablet, facilitator = await house.with_a_tablet()
    colleague = await house.tablet(code)
    await colleague.open("people")
    await facilitator.do("send_message", form={"text": COFFEE})
    for seen in (tablet, colleague):
        await expect(seen.says(COFFEE)).to_be_in_viewport()
    await colleague.button("tablet.message.clear").tap()
    for seen in (tablet, colleague):
        await expect(seen.page.get_by_text(COFFEE)).to_have_count(0)
    assert text("tablet.message.now") not in await tablet.page.locator("body").inner_text()


async def test_what_is_typed_for_others_is_in_sight_with_its_button_at_seven_tables(house: House):
    code = await house.evening()
    for number in range(6):
        await house.person(code, f"Persoon {number}")
    facilitator, tablet = await house.facilitator(code), await house.tablet(code)
    await tablet.open("people")
    await expect(tablet.button("tablet.add.send")).to_be_in_viewport(ratio=1)
    form = {"name": "Riet", "kind": "", "habit": "", "id": f"zonder-{code}"}
    await facilitator.do("add_person", form=form)
    await facilitator.until(lambda shown: len(shown["roster"]) == 7)
    await facilitator.make_tables(7)
    for person in facilitator.shown["roster"]:
        await facilitator.name_owner(person["number"], f"De wens van {person['name']}")
    change = {"step_id": facilitator.shown["plan"]["step_id"], "options": {"rounds": 1}}
    await facilitator.do("change_options", **change)
    await walk_to(facilitator, "explain")
    await tablet.open("paper")
    await tables_follow(
        tablet, next(each for each in facilitator.shown["roster"] if not each["has_phone"])
    )
    for width, height in SMALL_TABLETS:
        await tablet.page.set_viewport_size({"width": width, "height": height})
        await expect(tablet.button("tablet.paper.send")).to_be_in_viewport(ratio=1)


async def tables_follow(tablet: Tablet, person: dict[str, Any]) -> None:
    """Who is chosen takes their table along, and another table leaves them out."""
    whom = tablet.page.get_by_label(text("tablet.paper.for"))
    await whom.select_option(label=person["shown"])
    chosen = tablet.page.locator("input[name=paper_table]:checked")
    await expect(chosen).to_have_value(str(person["table"]))
    other = person["table"] % 7 + 1
    await tablet.page.locator(f".chip:has(input[name=paper_table][value='{other}'])").tap()
    await expect(whom).to_have_value("")


async def test_a_keyboard_scrolls_the_view_that_is_open(house: House):
    _code, tablet, _facilitator = await house.with_a_tablet("explain")
    for name in ("now", "outcomes"):
        await tablet.open(name)
        view = tablet.page.locator(f".view-{name}")
        await view.focus()
        await expect(view).to_be_focused()
        assert await view.get_attribute("aria-label")


async def test_the_tablet_says_whether_a_projector_is_connected_and_shows_what_stands_on_it(
    house: House,
):
    code, tablet, facilitator = await house.with_a_tablet("explain")
    await tablet.page.locator(".bar-tool[popovertarget=drawer-screen]").tap()
    await expect(tablet.says(text("tablet.projector.away"))).to_be_visible()
    await house.projector(code)
    await expect(tablet.says(text("tablet.projector.is_on"))).to_be_visible()
    picture = tablet.page.frame_locator(".projector-picture iframe")
    await expect(picture.locator("h1")).to_contain_text(
        words_of(facilitator.shown["stage"]["phase_title"])
    )
