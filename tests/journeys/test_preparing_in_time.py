"""From login to a programme of 150 minutes that fits: in how many taps and signs a person does it.

What it costs a person is worked out, so that a slow machine changes nothing: 600 ms for a tap, and
200 signs a minute.
"""

from dataclasses import dataclass

import pytest
from playwright.async_api import Locator, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.casting import PASSWORD
from tests.journeys.house import House

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

TAP = 0.6
SIGN = 60 / 200
LONGEST = 180.0


@dataclass
class Hands:
    """Somebody who taps and types; `seconds` is what that took them."""

    seconds: float = 0.0

    async def tap(self, target: Locator) -> None:
        """Tap something."""
        await target.click()
        self.seconds += TAP

    async def type(self, field: Locator, words: str) -> None:
        """Tap a field and type."""
        await self.tap(field)
        await field.press_sequentially(words)
        self.seconds += SIGN * len(words)


async def log_in(hands: Hands, house: House) -> Locator:
    desk = await house.visit("/inloggen", "tablet")
    await hands.type(desk.page.get_by_label(text("desk.login.name")), "Anna")
    await hands.type(desk.page.get_by_label(text("desk.login.password")), PASSWORD)
    await hands.tap(desk.page.get_by_role("button", name=text("desk.login.send")))
    await expect(desk.page.locator("h1")).to_have_text(text("desk.evenings.title"))
    return desk.page.locator("body")


async def begin(hands: Hands, desk: Locator) -> None:
    await hands.tap(desk.get_by_text(text("templates.evening.title")))
    await hands.type(desk.get_by_label(text("desk.new.name")), "Het plein van iedereen")
    await hands.type(desk.get_by_label(text("desk.new.place")), "Het Vogelplein")
    question = "Hoe wordt dit plein de fijnste plek van de buurt?"
    await hands.type(desk.get_by_label(text("desk.new.question")), question)
    await hands.tap(desk.get_by_role("button", name=text("desk.new.send")))


async def test_a_programme_of_two_and_a_half_hours_that_fits_takes_less_than_three_minutes(
    house: House,
):
    hands = Hands()
    desk = await log_in(hands, house)
    await begin(hands, desk)
    fits = desk.get_by_text(text("live.plan.evening_full"))
    await expect(fits).to_be_visible()
    await expect(desk.locator(".programme-overview")).to_contain_text("150 minuten")
    assert hands.seconds < LONGEST


async def test_also_for_who_makes_it_their_own_first(house: House):
    hands = Hands()
    desk = await log_in(hands, house)
    await begin(hands, desk)
    first = desk.locator(".desk-step").first
    await expect(first).to_be_visible()
    longer = first.get_by_label(text("programme.more", title="Welkom"), exact=True)
    for minutes in ("20 min", "25 min"):
        await hands.tap(longer)
        await expect(first.locator(".programme-minutes")).to_have_text(minutes)
    await expect(desk.locator(".programme-bar")).to_have_class("programme-bar is-over")
    await hands.tap(desk.get_by_role("button", name=text("programme.advice.shorter.tap")))
    await expect(desk.locator(".programme-bar")).to_have_class("programme-bar")
    assert hands.seconds < LONGEST
