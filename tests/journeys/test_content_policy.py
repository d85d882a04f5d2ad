"""No page needs what its content policy forbids, and nothing that is slipped in can run."""

import re

import pytest
from playwright.async_api import Page, expect

from plekberaad_app.features.discovery import pages
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House, tells_of_the_policy

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PAGES = sorted(page.address for _, page in pages() if page.address != "/404")

# Every way in which words on a page could become code.
SLIPPED_IN = {
    "a script": """() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
    }""",
    "a module": """() => {
        const script = document.createElement("script");
        script.type = "module";
        script.textContent = "window.ran = true";
        document.body.append(script);
    }""",
    "a handler": """() => {
        const box = document.createElement("div");
        box.innerHTML = "<img src='/bestaat/niet.png' onerror='window.ran = true'>";
        document.body.append(box);
    }""",
    "a link": """() => {
        const link = document.createElement("a");
        link.href = "javascript:window.ran = true";
        document.body.append(link);
        link.click();
    }""",
    "a page in a page": """() => {
        const frame = document.createElement("iframe");
        frame.srcdoc = "<script>parent.ran = true</script>";
        document.body.append(frame);
    }""",
    "code of another site": """() => {
        const script = document.createElement("script");
        script.src = "data:text/javascript,window.ran = true";
        document.body.append(script);
    }""",
    "words as code": """() => setTimeout("window.ran = true")""",
    "a style": """() => {
        const style = document.createElement("style");
        style.textContent = "body { visibility: hidden }";
        document.body.append(style);
    }""",
}
# Playwright's own waiting would be words as code.
STARTED = """() => new Promise((resolve) => {
    const look = () => window.__reactRouterDataRouter ? resolve() : setTimeout(look, 20);
    look();
})"""


@pytest.mark.parametrize("route", PAGES)
@pytest.mark.parametrize("kind", ["phone", "tablet"])
async def test_a_page_asks_for_nothing_that_is_forbidden(route: str, kind: str, house: House):
    path = re.sub(r"\[\w+\]", await house.evening(), route)
    screen = await (house.desk(path) if kind == "tablet" else house.visit(path, kind))
    await is_drawn(screen.page)
    assert house.violations == []


@pytest.mark.parametrize("route", ["/", "/inloggen", "/privacy"])
async def test_a_page_that_is_opened_again_still_runs(route: str, house: House):
    """The browser asks whether what it kept has changed, and shows that."""
    screen = await house.visit(route)
    for _ in range(2):
        await screen.page.reload(wait_until="load")
        await is_drawn(screen.page)
    assert house.violations == []


async def is_drawn(page: Page) -> None:
    """React took over what was built, and the socket is open: all scripts have run."""
    await expect(page.locator("main, h1").filter(visible=True).first).to_be_visible()
    await page.evaluate(STARTED)


@pytest.mark.parametrize("slipped_in", SLIPPED_IN)
async def test_what_is_slipped_into_a_page_does_not_run(slipped_in: str, house: House):
    phone = await house.phone(await house.evening(), SAMIRA)
    async with phone.context.expect_event("console", tells_of_the_policy):
        await phone.page.evaluate(SLIPPED_IN[slipped_in])
    assert await phone.page.evaluate("window.ran === undefined")
    await expect(phone.page.locator("h1")).to_be_visible()
    house.violations.clear()


async def test_the_figures_of_a_report_are_drawn(house: House):
    code = await house.evening()
    await house.idea(code, "Zet een bankje bij de school.")
    tablet = await house.desk(f"/verslag/{code}")
    drawn = tablet.page.locator(".report-plot .main-svg")
    await expect(drawn.first).to_be_visible()
    # One of the styles that Plotly writes itself.
    assert await drawn.first.evaluate("svg => getComputedStyle(svg).overflow") == "hidden"
    await expect(tablet.page.get_by_role("link", name=text("report.download.csv"))).to_be_visible()
