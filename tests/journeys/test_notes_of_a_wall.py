"""One's own notes and paper in an activity that calls things by its own names: the wall."""

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.facilitator import Facilitator, Programme
from tests.journeys.house import SAMIRA, House

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def in_a_wall(house: House) -> tuple[str, Facilitator]:
    """An evening that begins with a wall on which people write: its code, and who steers."""
    code = await house.evening()
    programme = Programme(house.logged_in(), code)
    await programme.open()
    programme.send("add_step", kind="wall", step_id=f"muur-{code}")
    await programme.until(lambda shown: any(step["kind"] == "wall" for step in shown["steps"]))
    programme.send("move_step", step_id=f"muur-{code}", place=0)
    await programme.until(lambda shown: shown["steps"][0]["kind"] == "wall")
    form = {"question": "Wat mis je op het plein?", "whose": "for_all", "write": "5", "look": "5"}
    await programme.set_options("wall", **form)
    await programme.close()
    return code, await house.facilitator(code)


async def test_own_notes_are_called_notes_and_can_be_changed_and_taken_back(house: House):
    code, facilitator = await in_a_wall(house)
    phone = await house.phone(code, SAMIRA)
    await facilitator.steer("next")
    page = phone.page
    for number, said in enumerate(("Een bankje.", "Een boom."), start=1):
        await page.locator("#note").fill(said)
        await page.get_by_role("button", name=text("wall.box.send")).tap()
        await expect(page.locator(".own-note")).to_have_count(number)
    own = page.locator(".own-note")
    await expect(own).to_have_count(2)
    await expect(phone.says(text("wall.mine.title"))).to_be_visible()
    await own.first.locator("summary").tap()
    await own.first.get_by_label(text("wall.mine.change_label")).fill("Een lange bank.")
    await own.first.get_by_role("button", name=text("phone.mine.save")).tap()
    await facilitator.until(
        lambda shown: "Een lange bank." in [note["text"] for note in shown["notes"]]
    )
    await own.last.locator("summary").tap()
    await own.last.get_by_role("button", name=text("phone.mine.take_back")).tap()
    await expect(own).to_have_count(1)

    while facilitator.shown["stage"]["kind"] == "wall":
        await facilitator.steer("next")
    await expect(phone.says(text("wall.mine.earlier"))).to_be_visible()
    await phone.says(text("wall.mine.earlier")).tap()
    await own.get_by_role("button", name=text("phone.mine.take_back")).tap()
    await expect(own).to_have_count(0)


async def test_paper_of_a_wall_is_typed_changed_and_taken_back_on_the_tablet(house: House):
    code, facilitator = await in_a_wall(house)
    tablet = await house.tablet(code)
    await facilitator.steer("next")
    page = tablet.page
    await expect(page.locator(".side-wall:not(.side-typed)")).to_contain_text(
        text("wall.wall.empty")
    )
    await tablet.open("paper")
    box = page.get_by_label(text("tablet.paper.text"))
    await box.fill("Een fontein.")
    await box.press("Enter")
    await expect(page.locator(".paper-note")).to_have_text(
        "Een fontein." + text("tablet.paper.is_stored")
    )
    # Beside every other view hangs the wall itself, with what can be done there.
    await tablet.open("now")
    note = page.locator(".side-note")
    await note.locator("summary").tap()
    await note.get_by_label(text("tablet.note.words")).fill("Een fontein met licht.")
    await note.get_by_role("button", name=text("tablet.note.words_store")).tap()
    await expect(note.locator(".note-text")).to_have_text("Een fontein met licht.")
    await note.locator("summary").tap()
    await note.get_by_role("button", name=text("tablet.note.take_back")).tap()
    await expect(note).to_have_count(0)
