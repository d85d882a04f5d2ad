"""Making a programme with mouse, finger and keyboard: what is dragged lands, and can be undone."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
BEFORE = ["Welkom", "Carrousel", "Stemmen", "Afsluiten"]


async def at_the_programme(house: House) -> Locator:
    code = await house.evening()
    desk = await house.visit("/", "tablet")
    await house.log_in(desk)
    await desk.page.goto(f"/voorbereiden/{code}")
    body = desk.page.locator("body")
    await expect(titles(body)).to_have_text(BEFORE)
    return body


def titles(desk: Locator) -> Locator:
    return desk.locator(".desk-step h2")


async def test_a_step_is_dragged_to_its_place_and_all_times_follow(house: House):
    desk = await at_the_programme(house)
    grip = desk.locator("[data-grip]").first
    over = desk.locator(".desk-step").nth(2)
    await grip.hover()
    await desk.page.mouse.down()
    box = await over.bounding_box()
    assert box
    await desk.page.mouse.move(box["x"] + 20, box["y"] + box["height"], steps=6)
    await desk.page.mouse.up()
    await expect(titles(desk)).to_have_text(["Carrousel", "Stemmen", "Welkom", "Afsluiten"])
    held = desk.locator("[data-held], [style*=translate]")
    await expect(held).to_have_count(0)


async def test_the_arrow_keys_move_a_step_and_it_keeps_the_focus(house: House):
    desk = await at_the_programme(house)
    grip = desk.get_by_label(text("programme.grip", title="Carrousel"), exact=True)
    await grip.focus()
    await desk.page.keyboard.press("ArrowUp")
    await expect(titles(desk)).to_have_text(["Carrousel", "Welkom", "Stemmen", "Afsluiten"])
    await expect(grip).to_be_focused()
    await desk.page.keyboard.press("ArrowUp")
    await expect(desk.locator(".desk-why")).to_have_text(text("preparing.done.is_first"))


async def test_what_was_done_is_undone_and_done_again_also_after_a_reload(house: House):
    desk = await at_the_programme(house)
    await desk.locator(".desk-step").nth(2).locator("summary").first.click()
    await desk.get_by_role("button", name=text("desk.step.remove")).click()
    await expect(titles(desk)).to_have_text(["Welkom", "Carrousel", "Afsluiten"])
    await desk.page.reload()
    undo = desk.get_by_role("button", name=text("programme.undo"))
    await undo.click()
    await expect(titles(desk)).to_have_text(BEFORE)
    await desk.get_by_role("button", name=text("programme.redo")).click()
    await expect(titles(desk)).to_have_text(["Welkom", "Carrousel", "Afsluiten"])


async def test_own_words_for_a_phase_are_on_the_tablet(house: House):
    code = await house.evening()
    tablet = await house.tablet(code)
    await tablet.page.goto(f"/voorbereiden/{code}")
    step = tablet.page.locator(".desk-step").first
    await step.locator("summary").first.click()
    await step.get_by_text(text("programme.script"), exact=True).click()
    await step.get_by_label(text("tablet.script.say")).fill("Dag allemaal, wat fijn!")
    await step.get_by_label(text("desk.step.who")).fill("Fenna")
    await step.locator("form [type=submit]").first.click()
    await expect(step.locator(".form-state").first).to_have_text(text("preparing.done.stored"))
    facilitator = await house.facilitator(code)
    await tablet.page.goto(f"/begeleid/{code}")
    await facilitator.steer("next")
    script = tablet.page.locator(".now-script")
    await expect(script).to_contain_text("Dag allemaal, wat fijn!")
    await expect(script).to_contain_text(text("tablet.script.who", who="Fenna"))


async def test_a_programme_goes_to_another_library_as_a_file(house: House, tmp_path: Path):
    desk = await at_the_programme(house)
    async with desk.page.expect_download() as coming:
        await desk.get_by_role("link", name=text("templates.download")).click()
    file = tmp_path / "programma.json"
    await (await coming.value).save_as(file)
    await desk.page.goto("/sjablonen")
    await desk.page.get_by_label(text("templates.take_in.file")).set_input_files(file)
    await desk.page.get_by_role("button", name=text("templates.take_in.send")).click()
    taken = desk.page.locator("li.card").filter(has_text="Het plein")
    await expect(taken.first).to_be_visible()
    file.write_bytes(b"{}")
    await desk.page.get_by_label(text("templates.take_in.file")).set_input_files(file)
    await desk.page.get_by_role("button", name=text("templates.take_in.send")).click()
    await expect(desk.page.get_by_text(text("error.file_foreign"))).to_be_visible()
