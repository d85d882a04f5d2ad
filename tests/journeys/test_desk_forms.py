"""A form at the desk is stored by one button, says so beside it, and asks before it is left."""

import pytest
from playwright.async_api import Dialog, Locator, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import House
from tests.rehearsal.browsers import Screen

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def at_the_programme(house: House, at: int = 1) -> tuple[Screen, Locator]:
    """A desk with the form of one step open, by itself a carousel, and that form."""
    code = await house.evening()
    desk = await house.desk(f"/voorbereiden/{code}")
    step = desk.page.locator(".desk-step").nth(at)
    await step.locator("summary").first.click()
    return desk, step.locator("form").first


async def test_one_button_stores_name_minutes_and_rounds_and_says_so_beside_it(house: House):
    desk, form = await at_the_programme(house)
    state = form.locator(".form-state")
    await expect(state).to_have_text("")
    await form.locator("[name=title]").fill("Rondes")
    await form.locator("[name=rounds]").fill("4")
    await expect(state).to_have_text(text("desk.unsaved"))
    await form.locator("[type=submit]").click()
    await expect(state).to_have_text(text("preparing.done.stored"))
    await desk.page.reload()
    step = desk.page.locator(".desk-step").nth(1)
    await expect(step.locator("h2")).to_have_text("Rondes")
    assert await step.locator("[name=rounds]").input_value() == "4"


async def test_a_vote_takes_what_it_is_about_from_the_step_that_is_chosen(house: House):
    desk, form = await at_the_programme(house, at=2)
    source = form.locator("select[name=from_step]")
    carousel = await desk.page.locator(".desk-step").nth(1).locator("h2").inner_text()
    everything = text("voting.desk.from_step.all")
    await expect(source.locator("option")).to_have_text([everything, carousel])
    await expect(source.locator("option:checked")).to_have_text(everything)
    await source.select_option(label=carousel)
    await form.locator("[type=submit]").click()
    await expect(form.locator(".form-state")).to_have_text(text("preparing.done.stored"))
    await desk.page.reload()
    await expect(source.locator("option:checked")).to_have_text(carousel)


async def test_the_first_step_says_why_it_goes_no_earlier_and_keeps_the_focus(house: House):
    desk, _form = await at_the_programme(house)
    first = desk.page.locator(".desk-step").first
    up = first.locator(".desk-order button").first
    await expect(up).to_have_attribute("aria-disabled", "true")
    # Playwright takes it for a button that never answers.
    await up.click(force=True)
    await expect(first.get_by_role("status")).to_have_text(text("preparing.done.is_first"))
    await expect(up).to_be_focused()


async def test_anyone_who_makes_the_evening_longer_makes_the_programme_fit(house: House):
    desk, _form = await at_the_programme(house)
    await desk.page.get_by_text(text("desk.about.change")).click()
    about = desk.page.locator("form").filter(has=desk.page.locator("[name=minutes_available]"))
    await about.locator("[name=minutes_available]").fill("150")
    await about.locator("[type=submit]").click()
    await desk.page.get_by_text(text("desk.refit"), exact=True).click()
    await desk.page.get_by_role("button", name=text("desk.refit.yes")).click()
    await expect(desk.page.get_by_text(text("preparing.done.refitted"))).to_be_visible()
    await expect(desk.page.locator(".desk-step")).to_have_count(6)
    await expect(desk.page.get_by_text(text("desk.refit"), exact=True)).to_have_count(0)


async def test_the_form_of_an_evening_never_holds_what_another_one_is_about(house: House):
    desk = await house.desk("/")
    for title in ("Het plein", "De kade"):
        # Each page leads to the next one without a load, so what was shown before is still there.
        await desk.page.goto("/voorbereiden")
        await desk.page.locator("[name=title]").fill(title)
        await desk.page.get_by_role("button", name=text("desk.new.send")).click()
        await desk.page.get_by_text(text("desk.about.change")).click()
        await expect(desk.page.locator("form [name=title]").first).to_have_value(title)


async def test_anyone_who_leaves_with_something_unsaved_is_asked_first_and_with_nothing_is_not(
    house: House,
):
    desk, form = await at_the_programme(house)
    asked: list[str] = []

    async def stay(dialog: Dialog) -> None:
        asked.append(dialog.message)
        await dialog.dismiss()

    desk.page.on("dialog", stay)
    home = desk.page.get_by_role("link", name=text("desk.to_evenings"))
    await form.locator("[name=title]").fill("Rondes")
    await home.click()
    assert asked == [text("desk.unsaved.leave")]
    await expect(form.locator("[name=title]")).to_have_value("Rondes")
    await form.locator("[type=submit]").click()
    await expect(form.locator(".form-state")).to_have_text(text("preparing.done.stored"))
    await home.click()
    await expect(desk.page.locator("h1")).to_have_text(text("desk.evenings.title"))
    assert len(asked) == 1


async def test_a_new_step_and_the_word_about_it_are_in_sight_on_a_narrow_window(house: House):
    code = await house.evening()
    desk = await house.desk(f"/voorbereiden/{code}", "phone")
    await desk.page.set_viewport_size({"width": 320, "height": 568})
    await desk.page.get_by_role("button", name=text("wall.title"), exact=True).tap()
    await expect(desk.says(text("preparing.done.added"))).to_be_in_viewport()
    step = desk.page.locator(".desk-step").last
    await expect(step).to_contain_text(text("wall.title"))
    await expect(step).to_be_in_viewport()
    assert await broken_words(desk) == []


async def broken_words(screen: Screen) -> list[str]:
    """The words of the programme that go on in the next line."""
    return await screen.page.evaluate(_BROKEN_WORDS)


_BROKEN_WORDS = """() => [...document.querySelectorAll('.desk-step :is(h2, summary, span)')]
  .flatMap((place) => [...place.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
  .flatMap((node) => [...node.textContent.matchAll(/\\S+/g)].filter((found) => {
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    return range.getClientRects().length > 1;
  }).map(([word]) => word))"""
