"""The report as it is taken along: files from its buttons, and on paper."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House
from tests.journeys.test_my_data import shoot
from tests.rehearsal.browsers import Screen
from tests.workbooks import sheets

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

IDEA = "Zet een bankje bij de school."

# How far a drawing reaches beyond the box in which it is cut off.
_CUT_OFF = """plots => Math.max(...plots.map(plot =>
  plot.querySelector("svg").getBoundingClientRect().right - plot.getBoundingClientRect().right
))"""


async def the_report(house: House) -> Screen:
    """The report of an evening with one idea, on the screen of its facilitator."""
    code = await house.evening()
    await house.idea(code, IDEA)
    return await house.desk(f"/verslag/{code}")


@pytest.mark.parametrize("button", ["csv", "json", "hidden"])
async def test_a_button_of_the_report_brings_its_file(house: House, button: str):
    report = await the_report(house)
    link = report.page.get_by_role("link", name=text(f"report.download.{button}"))
    async with report.page.expect_download() as expected:
        await link.click()
    file = await (await expected.value).path()
    assert IDEA in file.read_text(encoding="utf-8")


async def test_the_workbook_of_the_report_holds_the_idea(house: House):
    report = await the_report(house)
    link = report.page.get_by_role("link", name=text("report.download.xlsx"))
    await shoot(report, "verslag")
    async with report.page.expect_download() as expected:
        await link.click()
    file = await (await expected.value).path()
    assert IDEA in str(sheets(file.read_bytes()))


async def test_no_figure_is_cut_off_on_paper(house: House):
    report = await the_report(house)
    plots = report.page.locator(".report-plot:has(svg)")
    await expect(plots.first).to_be_visible()
    await report.page.emulate_media(media="print")
    assert await plots.evaluate_all(_CUT_OFF) <= 0
