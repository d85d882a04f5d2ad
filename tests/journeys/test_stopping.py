"""A server that is asked to stop says so, loses nothing, and is found again when it is back."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.async_api import expect

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.evening import Evening, new_evening
from tests.clients.phone import Phone
from tests.journeys.house import House
from tests.journeys.reading import english_in
from tests.rehearsal.server import Server

pytestmark = [
    pytest.mark.served,
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="session"),
]

WRITERS = 8
AT_LEAST = 40


async def test_every_screen_says_one_moment_and_comes_back_by_itself(
    mortal_house: House, mortal: Server
):
    scene = await mortal_house.with_two_phones("ideas")
    projector, thinker = scene.projector, scene.thinker
    await thinker.type("Half een idee")

    assert await asyncio.to_thread(mortal.ask_to_stop) == 0
    for screen in (thinker, projector):
        await expect(screen.says(text("browser.restarting"))).to_be_visible()
    assert await english_in(thinker.page) == []
    await thinker.send()

    await asyncio.to_thread(mortal.start)
    await thinker.until_stored("Half een idee")
    for screen in (thinker, projector):
        await expect(screen.says(text("browser.restarting"))).to_be_hidden()


async def test_what_was_stored_is_there_and_what_was_not_can_be_sent_again(
    mortal_house: House, mortal: Server, tmp_path: Path
):
    evening = await in_ideas(mortal_house)
    stored: set[str] = set()
    writing = [asyncio.create_task(write_until_gone(each, stored)) for each in evening.phones]
    while len(stored) < AT_LEAST:
        await asyncio.sleep(0.05)
    assert await asyncio.to_thread(mortal.ask_to_stop) == 0
    unanswered = await asyncio.gather(*writing)

    assert stored <= set(ideas_in(tmp_path))
    await asyncio.to_thread(mortal.start)
    for phone, idea_id in zip(evening.phones, unanswered, strict=True):
        await phone.open()
        phone.offer_idea("Nog een keer", idea_id)
        await phone.until_stored(idea_id)
    assert sorted(ideas_in(tmp_path)) == sorted(stored | set(unanswered))
    await evening.close()

    log = (tmp_path / "program.log").read_text("utf-8")
    for written in ("bankje", "Mens ", "De kans van", evening.code):
        assert written not in log


async def in_ideas(house: House) -> Evening:
    """A room of writers with a challenge, long in the ideas phase."""
    evening = await new_evening(house.logged_in(), {"rounds": "1", "ideas": "60"})
    await evening.go_to_ideas(WRITERS + 1, 1)
    owners = [each for each in evening.phones if each.shown["me"]["role"] == "owner"]
    for owner in owners:
        evening.phones.remove(owner)
        await owner.close()
    return evening


async def write_until_gone(phone: Phone, stored: set[str]) -> str:
    """Write idea after idea; the id of the one that got no answer."""
    while True:
        idea_id = phone.offer_idea("Een bankje")
        await phone.until(lambda shown, new=idea_id: new in shown["stored"] or not phone.is_open)
        if idea_id not in phone.shown["stored"]:
            return idea_id
        stored.add(idea_id)


def ideas_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "plekberaad.db")) as db:
        return [each for (each,) in db.execute("SELECT id FROM contributions WHERE kind = 'idea'")]
