"""How many of the room never come: told on the tablet only where it tells on nobody."""

import pytest

from plekberaad_app.core.people import Goal, Habit, Person
from plekberaad_app.room.projections import tablet
from plekberaad_app.room.views.tablet import PresenceView
from tests.reports import BEGIN, an_evening


def told_of(**crowd: int) -> PresenceView:
    habits = [Habit(habit) for habit, count in crowd.items() for _ in range(count)]
    people = [Person(f"p{n}", n, habit=habit) for n, habit in enumerate(habits, 1)]
    return tablet.shared(an_evening(people=people), tablet.AUDIENCE, BEGIN)["presence"]


@pytest.mark.parametrize(
    "crowd", [{"never": 1}, {"never": 5, "often": 4}, {"never": 4, "often": 20}, {"never": 24}]
)
def test_what_so_few_people_said_is_not_told(crowd: dict[str, int]):
    assert told_of(**crowd) == PresenceView(total=sum(crowd.values()))


def test_of_enough_people_it_is_told_with_who_did_not_say():
    counts = {"never": 12, "once": 5, "sometimes": 5, "often": 5, "skipped": 6}
    told = told_of(**counts)
    assert (told.is_told, told.is_exact) == (True, True)
    assert (told.newcomers, told.base, told.unknown) == (12, 27, 6)
    assert told.goal == Goal.OPEN


def test_where_nobody_may_know_how_many_were_silent_it_is_the_least_of_everybody():
    told = told_of(never=20, sometimes=6, often=6, skipped=2)
    assert (told.is_told, told.is_exact) == (True, False)
    assert (told.newcomers, told.base) == (20, 34)
    assert told.goal == Goal.REACHED
