"""Somebody helps a table by a link: types for others, asks for help, and is shown out."""

import re

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.helpers import HelpersDesk
from tests.journeys.house import SAMIRA, House, walk_to
from tests.rehearsal.browsers import Screen

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def the_desk(house: House, code: str) -> Screen:
    """The programme of an evening at the desk, with those who help on it."""
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    await desk.page.goto(f"/voorbereiden/{code}")
    await expect(desk.page.locator(".helpers")).to_be_visible()
    return desk


async def host_link(desk: Page) -> str:
    """The link for whoever helps table 1, as the desk shows it once."""
    part = desk.locator(".helpers")
    await part.locator("summary", has_text=text("helpers.role.table_host")).tap()
    form = part.locator("form:visible")
    await form.locator("input[name=name]").fill("Fatima")
    await form.get_by_role("button", name=text("helpers.make")).tap()
    link = await part.locator(".helpers-link input").input_value()
    return "/" + link.split("/", 3)[3]


async def test_a_host_types_for_somebody_asks_for_help_and_is_withdrawn(house: House):
    code = await house.evening()
    facilitator = await house.facilitator(code)
    form = {"name": "Ria", "kind": "", "habit": "", "id": f"zonder-{code}"}
    await house.person(code, "Mila")
    await house.person(code, "Bram")
    await facilitator.do("add_person", form=form)
    neighbour = await house.phone(code, SAMIRA)
    await house.one_table(code, facilitator)
    desk, tablet = await the_desk(house, code), await house.tablet(code)
    host = await house.visit(await host_link(desk.page))
    await expect(host.says(text("host.lobby.text"))).to_be_visible()
    await walk_to(facilitator, "ideas")

    await host.page.locator("label.chip", has_text="Ria").tap()
    await host.page.locator("#idea").fill("Een bankje in de zon.")
    await host.page.get_by_role("button", name=text("phone.box.send"), exact=True).tap()
    # For a moment the outbox has it too.
    await expect(host.page.locator(".own-note", has_text="Een bankje")).to_have_count(1)
    await facilitator.until(lambda shown: len(shown["notes"]) == 1)

    await host.button("phone.help.ask").tap()
    call = tablet.page.locator(".call")
    await expect(call).to_be_visible()
    await expect(neighbour.says(text("phone.help.asked"))).to_be_visible()
    await call.get_by_role("button", name=text("tablet.call.come.at", table=1)).tap()
    await expect(host.says(text("phone.help.coming"))).to_be_visible()
    await call.get_by_role("button", name=text("tablet.call.solved.at", table=1)).tap()
    await expect(call).to_have_count(0)
    await expect(host.says(text("phone.help.coming"))).to_have_count(0)

    await neighbour.button("phone.table.be_ready").tap()
    await expect(tablet.page.locator(".bar-ready")).to_be_visible()
    await expect(host.button("phone.table.ready")).to_be_visible()
    await host.page.reload()
    await expect(host.button("phone.table.ready")).to_be_visible()
    await facilitator.steer("next")
    await expect(tablet.page.locator(".bar-ready")).to_have_count(0)

    row = desk.page.locator(".helpers-list li")
    await row.locator("summary").tap()
    await row.get_by_role("button", name=text("helpers.withdraw.yes")).tap()
    await expect(host.says(text("helpers.void.title"))).to_be_visible()
    await expect(row).to_have_count(0)
    await host.page.reload()
    await expect(host.says(text("helpers.void.title"))).to_be_visible()


async def test_a_second_facilitator_steers_until_the_link_is_withdrawn(
    house: House,
):
    code = await house.evening()
    helpers = HelpersDesk(house.logged_in(), code)
    await helpers.open()
    path = await helpers.hand_out("stand_in", name="Bram")
    second = await house.visit(path, "tablet")
    await expect(second.says(text("helpers.join.hello", name="Bram"))).to_be_visible()
    await second.button("helpers.join.send").tap()
    await expect(second.page.locator(".tablet-frame")).to_be_visible()
    await second.page.locator(".bar-next").tap()
    facilitator = await house.facilitator(code)
    await facilitator.until(lambda shown: shown["stage"]["status"] == "running")
    await helpers.withdraw("stand_in")
    await expect(second.page).to_have_url(re.compile(f"/inloggen.*{code}"))
    await helpers.close()
