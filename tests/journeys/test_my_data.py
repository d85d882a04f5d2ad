"""'Mijn gegevens' on a phone: see, take along, erase; the room forgets at once."""

import json
import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House, walk_to
from tests.journeys.test_every_screen import faults_of, thumb_faults_of
from tests.rehearsal.browsers import Screen

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]


async def shoot(screen: Screen, name: str) -> None:
    """A picture, where somebody asked for pictures."""
    if folder := os.environ.get("SCREENSHOTS"):
        await screen.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def test_a_person_sees_takes_along_and_erases_what_is_known_of_them(house: House):
    scene = await house.with_two_phones("ideas")
    projector, thinker, name = scene.projector, scene.thinker, scene.name
    idea = "Een bank bij de vijver"
    await thinker.write(idea)
    await expect(projector.says(idea)).to_be_visible()
    await thinker.type("Nog niet verstuurd")

    await thinker.page.get_by_text(text("phone.my_data"), exact=True).tap()
    await expect(thinker.says(text("my_data.title"))).to_be_visible()
    for known in (name, text("phone.check_in.resident"), idea):
        await expect(thinker.says(known)).to_be_visible()
    assert await faults_of(thinker.page) + await thumb_faults_of(thinker) == []
    async with thinker.page.expect_download() as download:
        await thinker.page.get_by_text(text("my_data.download"), exact=True).tap()
    content = json.loads(Path(await (await download.value).path()).read_bytes())
    assert (content["person"]["name"], len(content["written"])) == (name, 1)
    await thinker.page.get_by_text(text("my_data.erase"), exact=True).tap()
    await shoot(thinker, "mijn-gegevens")
    await thinker.page.get_by_text(text("my_data.erase.take"), exact=True).tap()
    await thinker.button("my_data.erase.yes").tap()

    await expect(thinker.says(text("my_data.erased.title"))).to_be_visible()
    await expect(projector.says(idea)).to_be_hidden(timeout=1000)
    await scene.facilitator.until(
        lambda shown: name not in [each["name"] for each in shown["roster"]]
    )
    assert await thinker.page.evaluate("() => Object.keys(localStorage)") == []
    assert await faults_of(thinker.page) + await thumb_faults_of(thinker) == []
    await shoot(thinker, "gewist")
    await thinker.page.get_by_text(text("my_data.back"), exact=True).tap()
    await expect(thinker.says(text("phone.check_in.habit"))).to_be_visible()
    await expect(thinker.page.get_by_label(text("phone.check_in.name"))).to_have_value("")


async def test_anyone_who_comes_with_a_wrong_code_is_led_to_where_it_is_typed(house: House):
    phone = await house.visit("/mijn-gegevens/ZZZZZZ")
    await phone.page.get_by_role("link", name=text("phone.unknown.again")).tap()
    await expect(phone.page.get_by_label(text("start.code"))).to_be_visible()


async def test_more_about_data_is_one_tap_behind_the_three_sentences(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    await shoot(phone, "inchecken")
    await phone.answer("", "")
    await phone.page.get_by_text(text("phone.check_in.privacy_more"), exact=True).tap()
    await expect(phone.says(text("privacy.rights"))).to_be_visible()
    await shoot(phone, "privacy")


async def test_the_files_of_a_report_reach_who_made_the_evening(house: House):
    code = await house.evening()
    facilitator = await house.facilitator(code)
    await house.person(code, "Mila")
    await house.person(code, "Bram")
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "review")
    tablet = await house.tablet(code)
    await tablet.page.goto(f"/verslag/{code}")
    for key in ("xlsx", "csv", "json"):
        async with tablet.page.expect_download() as download:
            await tablet.page.get_by_text(text(f"report.download.{key}"), exact=True).tap()
        assert f"({code})." in (await download.value).suggested_filename


async def test_a_facilitator_erases_somebody_without_a_phone(house: House):
    code = await house.evening()
    tablet = await house.tablet(code)
    await tablet.open("people")
    form = tablet.page.locator("form", has_text=text("tablet.add.title"))
    await form.get_by_label(text("tablet.add.name")).fill("Mies")
    await form.get_by_role("button").tap()
    person = tablet.page.locator(".person", has_text="Mies")
    await person.locator("summary").first.tap()
    await person.get_by_text(text("tablet.people.erase"), exact=True).tap()
    await shoot(tablet, "tablet-wissen")
    await person.get_by_text(text("tablet.people.remove_all"), exact=True).tap()
    await expect(person).to_be_hidden()
    await expect(tablet.says(text("live.done.person_erased"))).to_be_visible()
