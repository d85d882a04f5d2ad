"""Who tells that somebody writes: only a participant, at their own table in their own room."""

import asyncio
from typing import Any

import pytest

from plekberaad_app.live.writing import TOLD_EVERY_SECONDS
from tests.clients.phone import Phone
from tests.security.attacks import Matrix
from tests.security.house import House

pytestmark = [pytest.mark.served, pytest.mark.asyncio(loop_scope="session")]

# Of the ten that a socket may send at once.
ODD: list[tuple[Any, ...]] = [
    ("add_idea", True, 2),
    ("add_idea", True, {"table": 2}),
    ("mark_idea", True),
    ("add_idea", 1),
    ("add_idea",),
    (None, True),
    ({"act": "add_idea"}, True),
]


def nobody_writes(house: House) -> bool:
    """Whether no screen of either evening was told that anybody does."""
    evenings = (house.evening, house.other_evening)
    large = [screen for each in evenings for screen in (each.facilitator, each.projector)]
    phones = [phone for each in evenings for phone in each.phones]
    told = [screen.shown["writing_tables"] for screen in large]
    return not any(told) and not any(phone.shown["writers"] for phone in phones)


async def test_nobody_tells_it_in_a_room_that_is_not_theirs(house: House, matrix: Matrix):
    others = {who: each for who, each in house.identities.items() if who != "participant"}
    pages = [Phone(browser, house.evening.code) for browser in others.values()]
    for page in pages:
        await page.open()
        for said in (("add_idea", True), *ODD):
            page.signal("writing", house.step_id, *said)
    await asyncio.sleep(2 * TOLD_EVERY_SECONDS)
    assert nobody_writes(house)
    for who, page in zip(others, pages, strict=True):
        await page.close()
        matrix.note("tells that somebody writes here", who, tried=1 + len(ODD))


async def test_a_participant_of_another_evening_names_a_step_of_this_one(
    house: House, matrix: Matrix
):
    page = house.other_evening.at_table(1)[0]
    for step_id in (house.step_id, house.evening.code, ""):
        page.signal("writing", step_id, "add_idea", True)
    await asyncio.sleep(2 * TOLD_EVERY_SECONDS)
    assert nobody_writes(house)
    matrix.note(
        "tells that somebody writes in a step of another room",
        "participant of another evening",
        tried=3,
    )


async def test_a_participant_names_another_table_or_what_is_no_box(house: House, matrix: Matrix):
    page = house.evening.at_table(1)[0]
    for said in ODD:
        page.signal("writing", house.step_id, *said)
    await asyncio.sleep(2 * TOLD_EVERY_SECONDS)
    assert nobody_writes(house)
    matrix.note(
        "tells that somebody writes at another table, or in no box", "participant", tried=len(ODD)
    )
