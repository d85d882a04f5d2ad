"""Whoever comes and whatever they answer: a report tells of no group of fewer than five."""

import json
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.contributions import MemoryBoard
from plekberaad_app.core.disclosure import SMALLEST_BASE, SMALLEST_CELL, Cell
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.people import Habit, Kind, Person, composition
from plekberaad_app.features.report.as_json import report_json
from plekberaad_app.features.report.as_xlsx import report_xlsx
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report_of
from tests.casting import NOW
from tests.workbooks import sheets

ANSWERS = st.tuples(st.sampled_from([None, *Kind]), st.sampled_from([None, Habit.NEVER, *Habit]))
ROOMS = st.lists(ANSWERS, max_size=70)


def people_with(answers) -> tuple[Person, ...]:
    return tuple(
        Person(f"p{number}", number, kind=kind, habit=habit)
        for number, (kind, habit) in enumerate(answers, start=1)
    )


def report_about(answers) -> Report:
    people = people_with(answers)
    room = LiveSession(id="x", code="K7M3XP", library_id="De Linde", title="Het plein")
    return report_of(Evening(room, (), people, (), MemoryBoard()), {}, NOW)


def findable(cells: tuple[Cell, ...], total: int | None) -> set[int]:
    """Every number of people that adding and subtracting what is told can yield."""
    told = [cell.count for cell in cells]
    sums = {sum(some) for some in chain.from_iterable(combinations(told, n) for n in range(9))}
    return sums | ({total - each for each in sums} if total is not None else set())


@given(ROOMS)
def test_no_sum_or_difference_of_what_is_told_is_a_small_group(answers):
    presence = report_about(answers).presence
    for cells in (presence.kinds, presence.habits):
        found = findable(cells, presence.people) - {0}
        assert all(number >= SMALLEST_CELL for number in found)


@given(ROOMS)
def test_a_share_tells_of_no_small_group_either(answers):
    share = report_about(answers).presence.newcomers
    if share:
        told = {share.count, share.base, share.total - share.base, share.base - share.count}
        assert share.base >= SMALLEST_BASE
        assert share.count == sum(habit is Habit.NEVER for _, habit in answers)
        assert all(number >= SMALLEST_CELL for number in told - {0})


@given(ROOMS)
def test_the_report_shares_out_among_the_same_people_as_the_tablet(answers):
    share = report_about(answers).presence.newcomers
    if share and share.is_exact:
        counted = composition(people_with(answers))
        assert (share.count, share.base) == (counted.newcomers, counted.answered)
        assert (share.unknown, share.total) == (counted.unknown, counted.total)


@given(ROOMS)
def test_a_file_tells_no_more_than_the_report_and_nothing_of_habits(answers):
    content = json.loads(report_json(report_about(answers)))
    assert content["people"] is None or content["people"] >= SMALLEST_CELL
    assert all(cell["count"] >= SMALLEST_CELL for cell in content["kinds"])
    assert "habit" not in json.dumps(content)


@given(ROOMS)
def test_a_workbook_counts_the_same_groups_as_the_report(answers):
    presence = report_about(answers).presence
    (_, everyone), *groups = sheets(report_xlsx(report_about(answers)))["Wie er waren"][1:]
    assert everyone == (presence.people or "minder dan 5")
    assert [count for _, count in groups] == [cell.count for cell in presence.kinds]
