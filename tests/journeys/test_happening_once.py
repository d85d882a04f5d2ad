"""A server that died after it did something hears of it again from the browser: it happens once."""

import re

import pytest
from playwright.async_api import WebSocketRoute, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House
from tests.rehearsal.browsers import Tablet, open_screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

ACTS = ("create", "add_step", "move_step", "add_person", "make_tables")


class Repeater:
    """Sends on every act twice; for the server the second is a tap that it does not remember."""

    def __init__(self) -> None:
        self.repeated: list[str] = []

    def route(self, page: WebSocketRoute) -> None:
        """Stand between a page and its server."""
        server = page.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            server.send(message)
            act = re.search(r'"name":"[^"]+\.(\w+)"', str(message))
            if act and act[1] in ACTS:
                self.repeated.append(act[1])
                server.send(re.sub(r'"tap":"', '"tap":"not-', str(message)))

        page.on_message(pass_on)


async def test_evenings_steps_people_and_tables_are_made_once(house: House):
    repeater = Repeater()
    tablet = Tablet("tablet", await open_screen(house.browser, house.site.url, "tablet"))
    await tablet.page.route_web_socket(re.compile("/_event/"), repeater.route)
    await house.log_in(tablet)
    await tablet.page.goto("/voorbereiden")
    code = await tablet.make_evening("Een keer", "De Linde", "Wat kan hier?")
    await tablet.open("people")
    await tablet.add_person(SAMIRA)
    await tablet.make_proposed_tables(1)
    await tablet.page.goto(f"/voorbereiden/{code}")
    await expect(tablet.page.locator(".desk-step")).to_have_count(4)
    await tablet.button("voting.title").tap()
    await expect(tablet.says(text("preparing.done.added"))).to_be_visible()
    titles = tablet.page.locator(".desk-step h2")
    first, second = await titles.first.inner_text(), await titles.nth(1).inner_text()
    await tablet.page.get_by_label(text("desk.programme.down", title=first), exact=True).first.tap()
    await expect(titles.first).to_have_text(second)
    await tablet.page.goto("/voorbereiden")
    await expect(tablet.page.get_by_text("Een keer", exact=True)).to_have_count(1)
    facilitator = await house.facilitator(code)
    kinds = [step["kind"] for step in facilitator.shown["programme"]]
    assert kinds == ["carousel", "welcome", "voting", "closing", "voting"]
    assert [person["name"] for person in facilitator.shown["roster"]] == [SAMIRA.name]
    assert repeater.repeated == ["create", "add_person", "make_tables", "add_step", "move_step"]
    await tablet.context.close()
