"""Who has no phone marks, asks and explains all the same: on the tablet, beside them."""

import pytest
from playwright.async_api import Locator, expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.journeys.house import SAMIRA, House, walk_to
from tests.rehearsal.browsers import Tablet

pytestmark = [pytest.mark.served, pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LEAST_TARGET = 44


def note(tablet: Tablet, words: str) -> Locator:
    """A note on the tablet's wall."""
    return tablet.page.locator(".side-note", has_text=words)


async def unfold(tablet: Tablet, words: str) -> Locator:
    """A note with all that can be done with it."""
    found = note(tablet, words)
    await found.locator("summary").tap()
    return found


async def paper_note(tablet: Tablet, words: str) -> None:
    """Type a note of the table, wait until it is stored."""
    await tablet.open("paper")
    box = tablet.page.get_by_label(text("tablet.paper.text"))
    await box.fill(words)
    await box.press("Enter")
    await expect(tablet.page.locator(".paper-note", has_text=words)).to_be_visible()
    await tablet.open("now")


async def test_owner_and_author_without_a_phone_do_all_that_a_phone_does(house: House):
    code = await house.evening()
    tablet, facilitator = await house.tablet(code), await house.facilitator(code)
    for name in ("Ria", "Jo"):
        form = {"name": name, "kind": "", "habit": "", "id": f"zonder-{name}"}
        await facilitator.do("add_person", form=form)
    thinker = await house.phone(code, SAMIRA)
    await house.one_table(code, facilitator)
    await walk_to(facilitator, "questions")
    await paper_note(tablet, "Voor wie is het?")
    await facilitator.until(lambda shown: len(shown["face"]["tables"][0]["questions"]) == 1)
    await walk_to(facilitator, "ideas")
    await thinker.write("Een kast met spelletjes.")
    await paper_note(tablet, "Koffie op het plein.")
    await expect(note(tablet, "Een kast").locator("summary")).to_be_hidden()
    await walk_to(facilitator, "review")

    of_thinker = await unfold(tablet, "Een kast")
    await expect(of_thinker.get_by_text(text("tablet.note.away"))).to_be_visible()
    mark = of_thinker.get_by_role("button", name=text("carousel.note.mark", owner="Ria"))
    box = await mark.bounding_box()
    assert box
    assert box["height"] >= LEAST_TARGET
    await mark.tap()
    await expect(thinker.says(text("phone.mine.marked_by", name="Ria"))).to_be_visible()
    await of_thinker.get_by_role("button", name=text("carousel.note.ask", owner="Ria")).tap()
    await expect(thinker.says(text("phone.mine.asked_by", name="Ria"))).to_be_visible()

    of_paper = await unfold(tablet, "Koffie")
    await of_paper.get_by_role("button", name=text("carousel.note.ask", owner="Ria")).tap()
    await of_paper.get_by_role("textbox", name=text("tablet.note.answer")).fill("In een bakfiets.")
    await of_paper.get_by_role("button", name=text("tablet.note.answer_store")).tap()
    await expect(of_paper.locator(".side-note-asked")).to_have_text("In een bakfiets.")

    words = of_paper.get_by_role("textbox", name=text("tablet.note.words"))
    await words.fill("x" * 281)
    await of_paper.get_by_role("button", name=text("tablet.note.words_store")).tap()
    await expect(tablet.page.locator(".notice-error")).to_be_visible()
    await expect(words).to_have_value("x" * 281)
    await words.fill("Thee op het plein.")
    await of_paper.get_by_role("button", name=text("tablet.note.words_store")).tap()
    await expect(note(tablet, "Thee op het plein.")).to_be_visible()

    await unfold(tablet, "Thee")
    await note(tablet, "Thee").get_by_role("button", name=text("tablet.note.take_back")).tap()
    await expect(note(tablet, "Thee")).to_have_count(0)
    await expect(note(tablet, "Een kast")).to_be_visible()
