"""A power cut in any phase: the evening goes on where it was, or where it is by now."""

import asyncio
import time
from dataclasses import dataclass, field
from random import Random

import pytest

from tests.clients.evening import Evening, new_evening
from tests.faults.conftest import House
from tests.faults.steady import Steady, staying, until_all_there
from tests.faults.tally import Goal, Tally
from tests.rehearsal.crowd import Watch

pytestmark = pytest.mark.served

PHASES = ("explain", "questions", "ideas", "review", "next_step")
# Nine seconds.
SHORT_MINUTES = "0,15"
SERVED_SECONDS = 10
RIGHT_PHASE_SECONDS = 20
MAX_CLOCK_SECONDS = 1


@dataclass
class PowerCuts:
    """An evening whose server dies; `wrong` counts phases that were skipped or repeated."""

    house: House
    evening: Evening
    screens: list[Steady]
    watches: list[Watch]
    served: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    clocks: list[float] = field(default_factory=list)
    wrong: int = 0

    @property
    def _steering(self) -> int:
        return self.evening.facilitator.shown["controls"]["steering"]

    async def kill_and_go_on(self, phase: str, number: int) -> None:
        """Die and start again within the phase; then somebody presses 'Volgende'."""
        await self.evening.facilitator.steer("more_time")
        before, end = self._steering, self._ends()[0]
        await self.house.kill(0)
        await self._come_back(phase, number, before)
        self.clocks += [abs(each - end) for each in self._ends()]
        await self._answer(phase)
        await self.evening.facilitator.steer("next")

    async def be_away_at_the_end(self, phase: str, number: int) -> None:
        """Be dead while the phase ends; started again, the evening goes on by itself, once.

        After the last phase of a round it does not: there it waits for somebody to press.
        """
        await self._answer(phase)
        before, end = self._steering, self._ends()[0]
        await self.house.kill(0)
        await asyncio.sleep(end - time.time() + 1)
        after = _after(phase)
        await self._come_back(after, number, before + (after != phase))
        ends = self._ends()
        self.clocks.append(max(ends) - min(ends) if after != phase else self._most_left())

    def _ends(self) -> list[float]:
        """When every screen's clock reads zero."""
        ends = [watch.end_of_phase() for watch in self.watches]
        assert None not in ends
        return [end for end in ends if end is not None]

    def _most_left(self) -> float:
        """The seconds on the clock that has most of them."""
        return max(screen.screen.shown["clock"]["remaining"] for screen in self.screens) / 1000

    async def _come_back(self, phase: str, number: int, steering: int) -> None:
        began = time.monotonic()
        await self.house.start(0)
        self.served.append(time.monotonic() - began)
        await until_all_there(self.screens)
        for each in self.screens:
            await each.screen.until(
                lambda shown: (shown["stage"]["phase"], shown["stage"]["round"]) == (phase, number)
            )
        self.right.append(time.monotonic() - began)
        self.wrong += self._steering != steering

    async def _answer(self, phase: str) -> None:
        if phase == "next_step":
            for table in self.evening.facilitator.shown["tables"]:
                await self.evening.facilitator.act("not_yet", table=table["number"])


@pytest.mark.parametrize(
    ("phase", "people"),
    [
        pytest.param("ideas", 8, id="short"),
        *(pytest.param(phase, 58, id=phase, marks=pytest.mark.long) for phase in PHASES),
    ],
)
async def test_a_kill_in_any_phase_skips_and_repeats_nothing(
    sqlite_house: House, phase: str, people: int, rng: Random, tally: Tally
):
    cuts = await _evening(sqlite_house, phase, people, rng)
    evening = cuts.evening
    async with staying(cuts.screens):
        await until_all_there(cuts.screens)
        await evening.go_to("carousel", phase)
        await cuts.kill_and_go_on(phase, 1)
        await evening.go_to("carousel", phase, 2)
        await cuts.be_away_at_the_end(phase, 2)
    tally.note(
        f"2 killed in '{phase}', and away when it ended: {people + 2} screens",
        tries=len(cuts.right),
        lost=cuts.wrong,
        seconds=cuts.right,
        goals=[
            Goal("served", max(cuts.served), SERVED_SECONDS),
            Goal("right phase", max(cuts.right), RIGHT_PHASE_SECONDS),
            Goal("clocks off", max(cuts.clocks), MAX_CLOCK_SECONDS),
        ],
        more="lost: phases skipped or repeated",
    )
    assert cuts.wrong == 0


def _after(phase: str) -> str:
    """The phase in which the room stands when the time for this one is over."""
    index = PHASES.index(phase) + 1
    return PHASES[min(index, len(PHASES) - 1)]


async def _evening(house: House, phase: str, people: int, rng: Random) -> PowerCuts:
    """A full room in an evening in which this phase is short, and the others are not."""
    options = {"rounds": "3", **dict.fromkeys(PHASES, "10"), phase: SHORT_MINUTES}
    evening = await new_evening(await house.facilitator(), options)
    await evening.fill(people)
    await evening.seat(max(2, people // 6))
    await evening.bring_challenges(per_table=3)
    screens = [Steady(each, house.sites, Random(rng.random())) for each in evening.screens]
    return PowerCuts(house, evening, screens, [Watch(each) for each in evening.screens])
