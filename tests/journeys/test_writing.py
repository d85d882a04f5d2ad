"""Somebody types: their table hears that it happens, the large screens where, and nothing moves."""

import pytest
from playwright.async_api import Locator, Page, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import BRAM, SAMIRA, House, walk_to

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

SOMEBODY = text("phone.writers.somebody.table")


async def two_phones(house: House) -> tuple[Page, Page, Page, Page]:
    """Of two people who write at one table the phones, and the tablet and projector of the room."""
    code = await house.evening()
    for owner in ("Mila", "Joris"):
        await house.person(code, owner)
    facilitator = await house.facilitator(code)
    writer, reader = [await house.phone(code, who) for who in (SAMIRA, BRAM)]
    await facilitator.until(lambda shown: len(shown["roster"]) == 4)
    await house.one_table(code, facilitator)
    tablet, projector = await house.tablet(code), await house.projector(code)
    await walk_to(facilitator, "ideas")
    for phone in (writer, reader):
        await expect(phone.page.locator("#idea")).to_be_visible()
    return writer.page, reader.page, tablet.page, projector.page


def line(page: Page) -> Locator:
    return page.locator(".writers")


def pencil(page: Page) -> Locator:
    return page.locator(".now-table .badge-pencil, .owner .badge-pencil").first


async def test_others_at_the_table_read_it_and_the_large_screens_show_a_pencil(house: House):
    writer, reader, tablet, projector = await two_phones(house)
    for large in (tablet, projector):
        await expect(pencil(large)).to_have_css("opacity", "0")
    await writer.locator("#idea").press_sequentially("Een", delay=20)
    await expect(line(reader)).to_have_text(SOMEBODY)
    for large in (tablet, projector):
        await expect(pencil(large)).to_have_css("opacity", "1")
    # Nobody reads of themselves that somebody writes.
    await expect(line(writer)).to_have_text("")
    await reader.reload()
    await expect(line(reader)).to_have_text(SOMEBODY)
    await writer.locator("#idea").fill("")
    await expect(line(reader)).to_have_text("")
    for large in (tablet, projector):
        await expect(pencil(large)).to_have_css("opacity", "0")


async def test_nothing_moves_on_a_small_phone_when_somebody_begins_to_write(house: House):
    writer, reader, *_ = await two_phones(house)
    await reader.set_viewport_size({"width": 320, "height": 568})
    button = reader.get_by_role("button", name=text("phone.box.send"))
    before = await button.bounding_box()
    await writer.locator("#idea").press_sequentially("Een", delay=20)
    await expect(line(reader)).to_have_text(SOMEBODY)
    assert await button.bounding_box() == before


async def test_who_leaves_the_box_or_sends_writes_no_more(house: House):
    writer, reader, *_ = await two_phones(house)
    await writer.locator("#idea").press_sequentially("Een bankje", delay=20)
    await expect(line(reader)).to_have_text(SOMEBODY)
    await writer.locator("#idea").blur()
    await expect(line(reader)).to_have_text("")


async def test_a_box_that_writes_for_somebody_else_tells_nothing(house: House):
    writer, reader, *_ = await two_phones(house)
    signals: list[str] = []
    session = await writer.context.new_cdp_session(writer)
    await session.send("Network.enable")
    session.on(
        "Network.webSocketFrameSent", lambda sent: signals.append(sent["response"]["payloadData"])
    )
    await writer.get_by_label(text("phone.box.for_table")).check()
    await writer.locator("#idea").press_sequentially("Van papier", delay=20)
    assert not [sent for sent in signals if "writing" in sent]
    await writer.get_by_label(text("phone.box.for_table")).uncheck()
    await writer.locator("#idea").press_sequentially(" en verder", delay=20)
    await expect(line(reader)).to_have_text(SOMEBODY)
    told = [sent for sent in signals if "writing" in sent]
    assert len(told) == 1
    # The step, the box and that somebody writes: nothing of what.
    assert told[0].endswith(',"add_idea",true]')
    assert "papier" not in told[0]
