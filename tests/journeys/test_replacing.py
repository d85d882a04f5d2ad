"""An owner who cannot go on hands the turn over, with two taps on the tablet."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_an_owner_is_replaced_with_two_taps_and_both_phones_follow(house: House):
    code = await house.evening()
    samira, _bram = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    tablet = await house.tablet(code)
    facilitator = await house.facilitator(code)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "explain")
    await tablet.page.get_by_text(text("tablet.view.owners")).first.tap()
    this_round = tablet.page.locator(".plan .is-now").first
    await expect(this_round).to_contain_text("Samira")
    replace = this_round.locator("summary")
    # As low as it can stand: what unfolds under it must not have to be looked for.
    await replace.evaluate("summary => summary.scrollIntoView({ block: 'end' })")
    await replace.tap()
    await expect(this_round.get_by_role("button", name="Bram")).to_be_in_viewport(ratio=1)
    await this_round.get_by_role("button", name="Bram").tap()
    await expect(this_round).to_contain_text("Bram")
    await expect(samira.page.get_by_text("Bram").first).to_be_visible()
