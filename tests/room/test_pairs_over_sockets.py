"""The real program with an activity in pairs: what each pair sees, over real sockets."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.clients.browser import visiting
from tests.clients.evening import Evening
from tests.clients.facilitator import Desk, Facilitator, Onlooker, Programme, begin, begin_token
from tests.clients.phone import Phone, new_phone
from tests.clients.projector import Projector
from tests.setup.program import ROOT, running

pytestmark = [pytest.mark.served, pytest.mark.services]


@pytest.fixture
async def evening(built: None, tmp_path: Path) -> AsyncIterator[Evening]:
    """Eight people at two tables, talking in pairs."""
    module = "tests.setup.with_interview"
    with running(tmp_path, None, ROOT, module) as program:
        async with visiting(program.url) as site:
            browser = await begin(site, await begin_token(program.log))
            code = await with_an_interview(Desk(browser))
            facilitator, projector = Facilitator(browser, code), Projector(site, code)
            found = Evening(site, code, facilitator, projector)
            await facilitator.open()
            await projector.open()
            await found.fill(8)
            await found.seat(2)
            await facilitator.steer("next")
            yield found
            await found.close()


async def with_an_interview(desk: Desk) -> str:
    """The code of an evening that has nothing else."""
    await desk.open()
    code = await desk.create("Het plein")
    await desk.close()
    programme = Programme(desk.browser, code)
    await programme.open()
    for step in list(programme.shown["steps"]):
        await programme.remove_step(step["id"])
    await programme.add_step("interview", "interview-step")
    await programme.close()
    return code


async def partners(phone: Phone) -> list[str]:
    """The names of the others in the pair of this phone."""
    await phone.until(lambda shown: shown["stage"]["kind"] == "interview")
    return await phone.until(lambda shown: shown["me"]["partners"])


async def named(evening: Evening, name: str) -> Phone:
    """The phone of the person with this name."""
    return next(each for each in evening.phones if each.shown["me"]["name"] == name)


def answers(phone: Phone) -> list[str]:
    return phone.shown["face"].get("answers", [])


async def test_a_pair_shares_a_view_and_gets_another_at_the_next_stop(evening: Evening):
    ann = evening.phones[0]
    (name,) = await partners(ann)
    ben = await named(evening, name)
    assert await partners(ben) == [ann.shown["me"]["name"]]
    assert ben.shown["me"]["sits_at"] == ann.shown["me"]["sits_at"]
    ann.act("tell", id="antwoord-01", text="tuinkabouter")
    await ben.until(lambda _: answers(ben) == ["tuinkabouter"])
    onlooker = Onlooker(evening.facilitator.browser, evening.code)
    await onlooker.open()
    assert "partners" not in onlooker.shown["me"] or not onlooker.shown["me"]["partners"]
    await evening.facilitator.steer("next")
    (other,) = await ann.until(
        lambda shown: shown["me"]["partners"] != [name] and shown["me"]["partners"]
    )
    cas = await named(evening, other)
    await cas.until(lambda shown: shown["me"]["partners"] == [ann.shown["me"]["name"]])
    ann.act("tell", id="antwoord-02", text="vuurtoren")
    await cas.until(lambda _: answers(cas) == ["vuurtoren"])
    for phone in {*evening.phones, onlooker} - {ann, cas}:
        assert "vuurtoren" not in str(phone.states)
    for phone in {*evening.phones, onlooker, evening.projector} - {ann, ben}:
        assert "tuinkabouter" not in str(phone.states)
    await onlooker.close()


async def test_a_latecomer_joins_a_pair_and_whoever_left_is_replaced(evening: Evening):
    late = new_phone(evening.site, evening.code)
    await late.check_in("Laat")
    first, second = await partners(late)
    evening.phones.append(late)
    gone, left = await named(evening, first), await named(evening, second)
    assert set(await partners(left)) == {first, "Laat"}
    await evening.facilitator.do("go_home", number=gone.shown["me"]["number"], gone=True)
    assert await late.until(lambda shown: shown["me"]["partners"] == [second])
    cards = evening.facilitator.shown["groups"]
    assert sorted(len(card["people"]) for card in cards) == [2, 2, 2, 2]
    assert evening.projector.shown["groups"] == cards
