"""Two libraries on one server: no refusal, log or figure tells anything of the other."""

import json

import pytest

from tests.clients.screen import ROOT_STATE
from tests.security.attacks import Attacker, Matrix
from tests.security.handlers import every_handler, page_of, short
from tests.security.house import BEA, HIDDEN_IDEA, SHOWN_IDEA, House
from tests.security.test_routes import EXPORTS, asked

pytestmark = [pytest.mark.served, pytest.mark.asyncio(loop_scope="session")]

MADE_UP = "ZZZZZZ"
# Whoever has the code of an evening sees these; what they show says tests/security/test_traffic.
WITH_THE_CODE = ("phone_state", "projector_state", "my_data_state", "invitation_state")


async def answered(house: House, name: str, code: str) -> str:
    """What a page of this code shows the facilitator of the other library, without the code."""
    attacker = Attacker(house.identities[BEA])
    await attacker.come_in()
    attacker.path = page_of(name, code)
    attacker.send_raw(name, {})
    await attacker.be_heard_out()
    await attacker.close()
    shown = {state: values for state, values in attacker.states.items() if state != ROOT_STATE}
    told = json.dumps([shown, attacker.redirects], sort_keys=True)
    return told.replace(code, "")


async def test_a_page_of_another_librarys_evening_shows_no_more_than_why_not(
    house: House, matrix: Matrix
):
    entered = [
        name
        for name in every_handler()
        if name.endswith(".enter") and short(name).partition(".")[0] not in WITH_THE_CODE
    ]
    assert len(entered) > 3
    for name in entered:
        theirs = await answered(house, name, house.evening.code)
        none = await answered(house, name, MADE_UP)
        assert [word for word in told_by(house) if word in theirs and word not in none] == [], name
        # At most one sentence differs.
        assert abs(len(theirs) - len(none)) < 100
    matrix.note(
        "a page of another library's code, beside one of no code",
        BEA,
        tried=len(entered),
    )


async def test_a_file_of_another_library_is_refused_without_a_word_of_it(
    house: House, matrix: Matrix
):
    bea = house.identities[BEA]
    for path in EXPORTS:
        _, body = await asked(bea, "GET", path.format(house.evening.code))
        for word in told_by(house):
            assert word.encode() not in body
    matrix.note("error texts of exports", BEA, tried=len(EXPORTS))


async def test_figures_and_log_name_no_library_no_evening_and_nobody(house: House, matrix: Matrix):
    url = f"{house.program.url}/metrics"
    async with house.site.http.get(url) as answer:
        assert answer.status == 200
        figures = await answer.text()
    assert "plekberaad_rooms 2" in figures
    log = house.program.log.read_text("utf-8")
    for word in told_by(house):
        assert word not in figures
        assert word not in log
    matrix.note(
        "names, codes and ids in figures and log", "who reads them", tried=2 * len(told_by(house))
    )


def told_by(house: House) -> list[str]:
    """Names, codes, ids and words of both libraries."""
    names = ["De Linde", "De Eik", "Anna", "Bea", "Mens 1", SHOWN_IDEA, HIDDEN_IDEA]
    codes = [house.evening.code, house.other_evening.code]
    cookies = [
        cookie for browser in house.identities.values() for cookie in browser.cookies.values()
    ]
    return [*names, *codes, house.step_id, house.idea_id, *cookies]
