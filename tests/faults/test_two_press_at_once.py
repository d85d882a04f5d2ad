"""Two facilitators press at the same moment: the evening takes one step, and both know whose."""

import asyncio
import time
from random import Random

import pytest

from plekberaad_app.platform.i18n.catalogue import text
from tests.clients.browser import Browser, Site
from tests.clients.evening import new_evening
from tests.clients.facilitator import PASSWORD, AccountDesk, Facilitator, begin
from tests.faults.conftest import House
from tests.faults.tally import Tally

pytestmark = [pytest.mark.served, pytest.mark.services]

# The gate lets a hand tap thirty times a second.
TAP_SECONDS = 1 / 25


@pytest.mark.parametrize(
    "times", [pytest.param(25, id="short"), pytest.param(1000, id="long", marks=pytest.mark.long)]
)
async def test_of_two_who_press_at_once_one_is_first_and_the_other_hears_who(
    house: House, times: int, rng: Random, tally: Tally
):
    anna = await house.facilitator()
    bram = await _colleague(anna, house.sites[-1])
    evening = await new_evening(anna)
    names = {evening.facilitator: "Anna", Facilitator(bram, evening.code): "Bram"}
    both = list(names)
    await both[1].open()
    wrong, firsts = 0, dict.fromkeys(names.values(), 0)
    for number in range(times):
        command = "back" if number % 2 else "next"
        began = time.monotonic()
        first = await _press(rng.sample(both, 2), names, command)
        wrong += first is None
        if first:
            firsts[first] += 1
        await asyncio.sleep(max(0, began + TAP_SECONDS - time.monotonic()))
    processes = len(house.servers)
    tally.note(
        f"5 two press at once, {processes} process{'es' if processes > 1 else ''}",
        tries=times,
        lost=wrong,
        more=f"first: {', '.join(f'{who} {times}' for who, times in firsts.items())}",
    )
    assert wrong == 0
    await both[1].close()
    await evening.close()


async def _press(
    both: list[Facilitator], names: dict[Facilitator, str], command: str
) -> str | None:
    """Who was first; None when the evening did not take one step or the other was not told."""
    made_on, told = both[0].shown["controls"]["steering"], [each.notices for each in both]
    for each in both:
        each.send("steer", command=command, made_on=made_on)
    for each, before in zip(both, told, strict=True):
        await each.until(
            lambda shown, before=before: (
                shown["notice"]["number"] > before and shown["controls"]["steering"] > made_on
            )
        )
    first, *others = sorted(both, key=lambda each: each.shown["notice"]["kind"] == "error")
    told = text("error.stale", who=names[first], what=text(f"live.steered.{command}"))
    is_right = (
        first.shown["notice"]["kind"] != "error"
        and all(each.shown["notice"]["sentence"] == told for each in others)
        and all(each.shown["controls"]["steering"] == made_on + 1 for each in both)
    )
    return names[first] if is_right else None


async def _colleague(anna: Browser, site: Site) -> Browser:
    """Bram, invited by Anna."""
    desk = AccountDesk(anna)
    await desk.open()
    desk.send("invite", form={"password": PASSWORD})
    link = await desk.until(lambda shown: shown.get("invite_link"))
    await desk.close()
    return await begin(site, link.rsplit("/", 1)[1], "Bram")
