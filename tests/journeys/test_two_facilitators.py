"""Two facilitators: nobody undoes what the other just did, and a PIN hands the evening over."""

import re

import pytest
from playwright.async_api import WebSocketRoute, expect

from plekberaad_app.platform import logins
from plekberaad_app.platform.i18n.catalogue import text
from tests.casting import PASSWORD
from tests.clients.browser import Browser
from tests.journeys.house import House

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]


class Delay:
    """Holds back what a page hears, as a slow network does."""

    def __init__(self) -> None:
        self.is_held = False
        self._held: list[str | bytes] = []
        self._page: WebSocketRoute | None = None

    def route(self, page: WebSocketRoute) -> None:
        """Stand between a page and its server."""
        self._page = page
        page.connect_to_server().on_message(self._hear)

    def release(self) -> None:
        """Let everything through, in order."""
        assert self._page is not None
        self.is_held = False
        for message in self._held:
            self._page.send(message)

    def _hear(self, message: str | bytes) -> None:
        assert self._page is not None
        if self.is_held:
            self._held.append(message)
        else:
            self._page.send(message)


async def test_who_is_a_moment_too_late_on_a_second_device_hears_what_they_just_did(house: House):
    code = await house.evening()
    first, second = await house.facilitator(code), await house.tablet(code)
    delay = Delay()
    await second.page.route_web_socket(re.compile("_event"), delay.route)
    await second.page.reload()
    await expect(second.says(text("tablet.arrival.title"))).to_be_visible()
    delay.is_held = True
    await first.steer("next")
    await second.next()
    await second.page.wait_for_timeout(300)
    delay.release()
    told = text("error.stale_own", what=text("live.steered.next"))
    await expect(second.says(told)).to_be_visible()
    assert first.shown["stage"]["titled"]["key"] == "welcome.title"


async def test_a_pin_hands_the_evening_to_another_device(house: House):
    code = await house.evening()
    tablet = await house.tablet(code)
    await tablet.button("tablet.bar.more").tap()
    await tablet.button("tablet.takeover.make").tap()
    pin = await tablet.page.locator(".takeover-pin").inner_text()
    other = await house.visit(f"/overnemen/{code}", "tablet")
    box = other.page.get_by_label(text("desk.take_over.pin"))
    await box.fill("000000" if pin.strip() != "000000" else "111111")
    await other.button("desk.take_over.send").tap()
    await expect(other.says(text("desk.refusal.pin_wrong"))).to_be_visible()
    await box.fill(pin)
    await other.button("desk.take_over.send").tap()
    await expect(other.says(text("tablet.arrival.title"))).to_be_visible()
    await other.page.goto("/voorbereiden")
    await expect(other.page.locator("body")).to_contain_text(code[:3])


async def test_a_tablet_whose_login_is_ended_elsewhere_goes_to_the_way_in(house: House):
    code = await house.evening()
    device = Browser(house.site)
    await device.submit("/inloggen", name="Anna", password=PASSWORD)
    first, house.login = house.login, device.cookies[logins.COOKIE]
    tablet = await house.tablet(code)
    house.login = first
    await device.submit("/uitloggen")
    await expect(tablet.page).to_have_url(re.compile(f"/inloggen.*{code}"))
