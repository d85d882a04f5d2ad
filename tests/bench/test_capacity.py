"""The simulation of many evenings: what it counts is what was put in."""

from random import Random

import pytest

from bench.capacity import (
    SCREENS,
    STEP_SECONDS,
    Evenings,
    Step,
    Stretch,
    load_spread,
    load_together,
    seconds_away,
    steps,
)
from bench.costs import Costs

COSTS = Costs(
    light=0.01,
    publish=0.003,
    heavy=0.1,
    join=0.01,
    hear=0.0001,
    postgresql=0.001,
    redis=0.000002,
    redis_listener=0.000001,
    bytes=1000,
    client=50,
    base=100_000,
)


def test_every_evening_walks_through_its_whole_programme():
    programme = [Stretch(10, 30), Stretch(5, 0, 6)]
    night = list(steps(200, programme, Random(1)))
    light = sum(sum(step.light) for step in night) / 200
    heavy = sum(sum(step.heavy) for step in night) / 200
    assert light == pytest.approx(300, rel=0.02)
    assert heavy == pytest.approx(30, rel=0.05)


def test_together_only_the_process_of_the_room_works():
    step = Step(light=[10, 20, 0], heavy=[0, 1, 0])
    assert load_together(step, [0, 0, 2], 3, COSTS) == pytest.approx(
        [(30 * 0.01 + 0.1) / STEP_SECONDS, 0, 0]
    )


def test_one_process_works_as_hard_spread_as_together():
    step = Step(light=[10, 20], heavy=[0, 1])
    together = load_together(step, [0, 0], 1, COSTS)[0]
    assert load_spread(step, 1, COSTS, is_one_channel=True) == pytest.approx(together)


def test_spread_a_hundred_processes_draw_every_change_as_often_as_it_has_screens():
    step = Step(light=[100], heavy=[0])
    load = load_spread(step, 1_000_000, COSTS, is_one_channel=False)
    drawn = 100 * (COSTS.light + (SCREENS - 1) * (COSTS.publish + COSTS.hear))
    assert load * 1_000_000 * STEP_SECONDS == pytest.approx(drawn, rel=0.01)


def test_on_one_channel_every_process_hears_everything():
    step = Step(light=[1000], heavy=[0])
    per_room = load_spread(step, 500, COSTS, is_one_channel=False)
    for_all = load_spread(step, 500, COSTS, is_one_channel=True)
    heard_by_others = 500 - 500 * (1 - (1 - 1 / 500) ** SCREENS)
    more = 1000 * heard_by_others * COSTS.hear / 500 / STEP_SECONDS
    assert for_all - per_room == pytest.approx(more)


def test_so_many_processes_are_enough_that_a_killed_one_is_soon_replaced():
    night = Evenings([Step(light=[0] * 100, heavy=[0] * 100)], 100)
    enough = night.enough(COSTS)
    assert seconds_away(100 * SCREENS / enough, enough, COSTS) <= 5
    assert enough > 2
