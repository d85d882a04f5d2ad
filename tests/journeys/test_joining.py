"""From the code on the projector to 'je doet mee'."""

import re

import pytest
from playwright.async_api import expect

from plekberaad_app.core.recognition import ARRIVING
from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House
from tests.rehearsal.browsers import Phone

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]


# Keeps, beyond the form that is sent, how often the phone was tapped.
_COUNT = "() => { onclick = () => { sessionStorage.taps = 1 + +(sessionStorage.taps ?? 0) } }"
_ANSWERS = """code => fetch(`/mijn-gegevens/${code}/gegevens.json`)
    .then(got => got.json()).then(({ person }) => [person.habit, person.kind])"""
SMALL_PHONES = ((320, 568), (360, 560), (360, 640), (640, 360))


async def _answers_of(phone: Phone, code: str) -> tuple[str, ...]:
    """How often this person comes and who they are, as the evening has it stored."""
    return tuple(await phone.page.evaluate(_ANSWERS, code))


async def test_from_the_scan_four_taps_and_a_name_suffice(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    await phone.page.evaluate(_COUNT)
    await phone.answer("never", "resident")
    await phone.page.get_by_label(text("phone.check_in.name")).tap()
    await phone.name_yourself("Sam")
    await expect(phone.says(text("phone.lobby.title_name", name="Sam"))).to_be_visible()
    assert await phone.page.evaluate("sessionStorage.taps") == "4"
    assert await _answers_of(phone, code) == ("never", "resident")
    facilitator = await house.facilitator(code)
    assert facilitator.shown["presence"]["total"] == 1


async def test_anyone_who_skips_everything_is_in_and_counts_as_unknown(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    await phone.answer("", "")
    await phone.button("phone.check_in.send_nameless").tap()
    await expect(phone.says(text("phone.lobby.title"))).to_be_visible()
    assert await _answers_of(phone, code) == ("skipped", "skipped")
    facilitator = await house.facilitator(code)
    assert facilitator.shown["presence"]["total"] == 1


@pytest.mark.parametrize(("width", "height"), SMALL_PHONES)
async def test_every_answer_and_the_way_past_it_are_in_sight(house: House, width: int, height: int):
    phone = await house.phone(await house.evening())
    await phone.page.set_viewport_size({"width": width, "height": height})
    told = phone.says(text("phone.check_in.privacy_answers"))
    await expect(told).to_be_in_viewport(ratio=1)
    for answers in (("never", "once", "sometimes", "often"), ("resident", "professional")):
        for value in (*answers, "skip"):
            button = phone.button(f"phone.check_in.{value}")
            await expect(button).to_be_in_viewport(ratio=1)
        assert await phone.page.evaluate("() => window.scrollY") == 0
        await phone.answer("")


async def test_the_way_back_gives_another_answer(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    await phone.answer("often")
    await phone.button("phone.check_in.back").tap()
    await phone.answer("never", "resident")
    await phone.name_yourself("Sam")
    await expect(phone.says(text("phone.lobby.title_name", name="Sam"))).to_be_visible()
    assert await _answers_of(phone, code) == ("never", "resident")


async def test_a_code_may_be_typed_in_lower_case_with_a_space(house: House):
    code = await house.evening()
    phone = await house.phone_at_the_door()
    await phone.enter_code(code)
    await expect(phone.page).to_have_url(re.compile(f"/d/{code}$"))


async def test_a_wrong_code_stays_in_the_box_with_a_friendly_sentence(house: House):
    screen = await house.visit("/")
    box = screen.page.get_by_label(text("start.code"))
    await box.fill("k7m 3xp")
    await screen.button("start.join").tap()
    await expect(screen.says(text("start.error.unknown"))).to_be_visible()
    await expect(box).to_have_value("k7m 3xp")


async def test_three_tabs_and_five_refreshes_are_one_person(house: House):
    code = await house.evening()
    phone = await house.phone(code, SAMIRA)
    tabs = [phone.page, *[await phone.context.new_page() for _ in range(2)]]
    for tab in tabs[1:]:
        await tab.goto(f"/d/{code}")
    for _ in range(5):
        await phone.page.reload()
    for tab in tabs:
        await expect(tab.locator("h1")).to_contain_text("Samira")
    facilitator = await house.facilitator(code)
    assert [person["name"] for person in facilitator.shown["roster"]] == ["Samira"]


async def test_anyone_who_checks_in_on_two_tabs_at_once_is_one_person(house: House):
    code = await house.evening()
    phone = await house.phone(code)
    other = await phone.context.new_page()
    await other.goto(f"/d/{code}")
    for _ in range(2):
        await other.get_by_role("button", name=text("phone.check_in.skip")).tap()
    name = other.get_by_label(text("phone.check_in.name"))
    await name.fill("Sam")
    await phone.check_in(SAMIRA)
    await name.press("Enter")
    await expect(other.locator("h1")).to_contain_text("Sam")
    facilitator = await house.facilitator(code)
    assert [person["name"] for person in facilitator.shown["roster"]] == ["Sam"]


async def test_anyone_who_scans_again_with_another_browser_goes_on_as_the_same_person(house: House):
    code = await house.evening()
    first = await house.phone(code, SAMIRA)
    tablet, facilitator = await house.tablet(code), await house.facilitator(code)
    await first.page.close()
    second = await house.phone(code)
    await second.answer("never", "resident")
    asked = second.says(text("phone.check_in.namesake", name="samira"))
    # A phone that only just came in is not taken for a silent one.
    await second.page.wait_for_timeout(1000 * ARRIVING.total_seconds())
    await second.name_yourself("samira")
    await expect(asked).to_be_visible()
    await second.button("phone.check_in.namesake_yes").tap()
    await expect(second.says(text("phone.lobby.title_name", name="Samira"))).to_be_visible()
    assert [person["name"] for person in facilitator.shown["roster"]] == ["Samira"]
    told = text("live.warning.second_phone", name="Samira", number=1)
    await expect(tablet.says(told)).to_be_visible()
    await tablet.button("tablet.second_phone.undo").tap()
    await expect(second.says(text("phone.check_in.habit"))).to_be_visible()


async def test_back_goes_one_question_back_and_a_page_that_comes_anew_knows_what_was_said(
    house: House,
):
    code = await house.evening()
    phone = await house.phone(code)
    await phone.answer("often", "resident")
    await expect(phone.says(text("phone.check_in.called"))).to_be_visible()
    await phone.page.go_back()
    await expect(phone.says(text("phone.check_in.kind"))).to_be_visible()
    await phone.page.go_back()
    await expect(phone.says(text("phone.check_in.habit"))).to_be_visible()
    await phone.answer("never", "resident")
    await phone.page.get_by_label(text("phone.check_in.name")).fill("Sam")
    await phone.page.reload()
    await expect(phone.page.get_by_label(text("phone.check_in.name"))).to_have_value("Sam")
    await phone.button("phone.check_in.send").tap()
    await expect(phone.says(text("phone.lobby.title_name", name="Sam"))).to_be_visible()
    assert await _answers_of(phone, code) == ("never", "resident")
