"""`python -m bench.capacity`: what a thousand evenings at once would ask, from measured figures.

A simulation in steps of ten seconds: every evening walks through its programme, begins at about the
same hour, and its changes cost what the bench measured. It prints tables for docs/scaling.md.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from random import Random

from bench.costs import Costs, read_costs
from bench.figures import percentile

STEP_SECONDS = 10
START_SPREAD_MINUTES = 10
SCREENS = 62
# A process that is busier than this answers late.
MAX_LOAD = 0.6
# And the screens of one that is killed are to be back after this.
MAX_SECONDS_AWAY = 5
SEED = 2026
PROCESSES = (1, 2, 3, 5, 10, 20, 30, 40, 60, 80, 120)


@dataclass(frozen=True)
class Stretch:
    """A part of an evening; changes a minute: `light` ones add a note, `heavy` ones move people."""

    minutes: int
    light: float
    heavy: float = 0


def evening(ideas_a_minute: float) -> list[Stretch]:
    """Arrival, welcome, four rounds of the carousel, voting and closing; sixty people."""
    a_round = [
        Stretch(2, 0, 0.5),
        Stretch(3, 6, 0.3),
        Stretch(5, ideas_a_minute, 0.2),
        Stretch(3, 20, 0.3),
        Stretch(2, 5, 0.5),
    ]
    return [
        Stretch(30, 0, 2),
        Stretch(15, 1, 0.2),
        *a_round * 4,
        Stretch(8, 36, 0.2),
        Stretch(7, 2),
    ]


@dataclass(frozen=True)
class Step:
    """Ten seconds of all evenings: per evening how many light and heavy changes there were."""

    light: Sequence[int]
    heavy: Sequence[int]


def steps(evenings: int, programme: Sequence[Stretch], rng: Random) -> Iterator[Step]:
    """From the first evening's begin to the last one's end."""
    rates = [stretch for stretch in programme for _ in range(stretch.minutes * 60 // STEP_SECONDS)]
    spread = START_SPREAD_MINUTES * 60 / STEP_SECONDS
    begins = [round(max(rng.gauss(3 * spread, spread), 0)) for _ in range(evenings)]
    for now in range(max(begins) + len(rates)):
        here = [rates[now - at] if 0 <= now - at < len(rates) else Stretch(0, 0) for at in begins]
        yield Step(
            [_poisson(each.light * STEP_SECONDS / 60, rng) for each in here],
            [_poisson(each.heavy * STEP_SECONDS / 60, rng) for each in here],
        )


def _poisson(mean: float, rng: Random) -> int:
    """How often something happens that happens `mean` times on average."""
    if not mean:
        return 0
    limit, count, product = exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def load_together(step: Step, homes: Sequence[int], processes: int, costs: Costs) -> list[float]:
    """Per process the share of a core it needs when every room's screens are at one process."""
    busy = [0.0] * processes
    for home, light, heavy in zip(homes, step.light, step.heavy, strict=True):
        busy[home] += light * costs.light + heavy * costs.heavy
    return [seconds / STEP_SECONDS for seconds in busy]


def load_spread(step: Step, processes: int, costs: Costs, *, is_one_channel: bool) -> float:
    """The same when screens are at any process: each shows every room, so all are as busy."""
    showing = processes * (1 - (1 - 1 / processes) ** SCREENS)
    light, heavy = sum(step.light), sum(step.heavy)
    drawing = light * costs.light + heavy * costs.heavy
    drawing += (light + heavy) * (showing - 1) * costs.publish
    hearing = (light + heavy) * costs.hear * ((processes if is_one_channel else showing) - 1)
    return (drawing + hearing) / processes / STEP_SECONDS


@dataclass(frozen=True)
class Evenings:
    """All steps of a simulated night."""

    steps: Sequence[Step]
    count: int

    def changes_a_second(self, share: float) -> float:
        """The number of changes a second that this share of the steps stays below."""
        return percentile([_changes(step) / STEP_SECONDS for step in self.steps], share)

    def busiest(self, processes: int, costs: Costs) -> float:
        """The busiest process in all but a thousandth of the steps, rooms together."""
        rng = Random(SEED)
        homes = [rng.randrange(processes) for _ in range(self.count)]
        return percentile(
            [max(load_together(step, homes, processes, costs)) for step in self.steps], 0.999
        )

    def spread(self, processes: int, costs: Costs, *, is_one_channel: bool) -> float:
        """Every process in all but a thousandth of the steps, screens anywhere."""
        loads = [
            load_spread(step, processes, costs, is_one_channel=is_one_channel)
            for step in self.steps
        ]
        return percentile(loads, 0.999)

    def enough(self, costs: Costs) -> int:
        """The least of PROCESSES that suffices for load and for a killed one; 0 for none."""
        for processes in PROCESSES:
            sockets = self.count * SCREENS / processes
            is_back = seconds_away(sockets, processes, costs) <= MAX_SECONDS_AWAY
            if is_back and self.busiest(processes, costs) <= MAX_LOAD:
                return processes
        return 0


def seconds_away(sockets: float, processes: int, costs: Costs) -> float:
    """How long the others need to take in the screens of one that was killed."""
    return sockets * costs.join / (max(processes - 1, 1) * (1 - MAX_LOAD))


def _changes(step: Step) -> int:
    return sum(step.light) + sum(step.heavy)


def main() -> None:
    """Simulate an ordinary night and a storm; print what they ask."""
    asked = _arguments()
    costs = read_costs(asked.results)
    print(costs.told())
    for name, ideas in (("ordinary", asked.ideas), ("storm", asked.storm)):
        night = list(steps(asked.evenings, evening(ideas), Random(SEED)))
        print(f"\n## {asked.evenings} evenings, {name}: {ideas:.0f} ideas a minute in a room\n")
        print("\n".join(_tables(Evenings(night, asked.evenings), costs)))


def _tables(night: Evenings, costs: Costs) -> Iterator[str]:
    peak = night.changes_a_second(0.999)
    yield "| processes | rooms together, busiest | screens anywhere | and one channel for all |"
    yield "|---|---|---|---|"
    for processes in PROCESSES:
        loads = [
            night.busiest(processes, costs),
            night.spread(processes, costs, is_one_channel=False),
            night.spread(processes, costs, is_one_channel=True),
        ]
        yield f"| {processes} | {' | '.join(map(_percent, loads))} |"
    yield ""
    yield from _needs(night.count, peak, night.enough(costs), costs)


def _needs(evenings: int, peak: float, processes: int, costs: Costs) -> Iterator[str]:
    """What all of it together asks at the peak; `processes` is 0 when none of the numbers do."""
    redis = peak * (costs.redis + costs.redis_listener)
    traffic = peak * (SCREENS - 1) * costs.bytes * 8 / 1e6
    yield f"- changes: {peak:,.0f} a second, each one commit"
    yield (
        f"- processes: {processes or 'more'}, rooms together, none busier than {MAX_LOAD:.0%},"
        f" the screens of a killed one back within {MAX_SECONDS_AWAY} s"
    )
    yield f"- PostgreSQL: {peak * costs.postgresql:.1f} cores"
    yield f"- Redis, a channel per room: {redis:.1%} of a core"
    yield f"- traffic to the screens: {traffic:,.0f} Mbit/s"
    if processes:
        yield from _needs_of_a_process(evenings * SCREENS / processes, peak, processes, costs)


def _needs_of_a_process(sockets: float, peak: float, processes: int, costs: Costs) -> Iterator[str]:
    everyone = peak * (costs.redis + processes * costs.redis_listener)
    memory = costs.base + sockets * costs.client
    back = seconds_away(sockets, processes, costs)
    yield f"- Redis, one channel for all: {everyone:.1%} of a core, and every process hears"
    yield f"  {peak:,.0f} messages a second, {peak * costs.hear:.0%} of its core"
    yield f"- a process: {sockets:,.0f} sockets, {memory / 1e3:,.0f} MB"
    yield f"- all processes: {memory * processes / 1e6:,.1f} GB"
    yield f"- a killed process: the others take its screens in within {back:.1f} s"


def _percent(load: float) -> str:
    return f"{load:.0%}" if load <= 1 else f"**{load:.0%}**"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.capacity", description=__doc__)
    parser.add_argument("--evenings", type=int, default=1000, help="at the same hour")
    parser.add_argument("--ideas", type=float, default=40, help="a minute in a room, ordinarily")
    parser.add_argument("--storm", type=float, default=180, help="the same, as the bench sends")
    parser.add_argument("--results", type=Path, help="the folder of a bench; else the newest")
    return parser.parse_args()


if __name__ == "__main__":
    main()
