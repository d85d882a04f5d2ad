"""No published figure lets anybody find a group of fewer than five people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.disclosure import (
    SMALLEST_BASE,
    SMALLEST_CELL,
    Cell,
    Share,
    told,
    told_cells,
    told_share,
)
from plekberaad_app.core.people import Goal, goal_of

counts = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1)


@pytest.mark.parametrize(("count", "shown"), [(0, None), (4, None), (5, 5), (36, 36)])
def test_five_is_the_smallest_number_that_is_told(count: int, shown: int | None):
    assert told(count) == shown


def test_counts_of_five_and_more_are_told_as_they_are():
    assert told_cells({"resident": 30, "professional": 5}) == (
        Cell(("resident",), 30),
        Cell(("professional",), 5),
    )


def test_small_counts_are_told_together():
    assert told_cells({"never": 20, "often": 4, "once": 9, "unknown": 3}) == (
        Cell(("never",), 20),
        Cell(("once",), 9),
        Cell(("often", "unknown"), 7),
    )


def test_one_small_count_takes_the_next_smallest_with_it():
    assert told_cells({"never": 20, "once": 9, "often": 4}) == (
        Cell(("never",), 20),
        Cell(("once", "often"), 13),
    )


def test_small_counts_that_stay_small_together_take_one_more_with_them():
    assert told_cells({"never": 20, "once": 9, "often": 1, "unknown": 2}) == (
        Cell(("never",), 20),
        Cell(("once", "often", "unknown"), 12),
    )


def test_a_zero_is_a_small_count():
    assert told_cells({"never": 20, "once": 9, "often": 0}) == (
        Cell(("never",), 20),
        Cell(("once", "often"), 9),
    )


@pytest.mark.parametrize("few", [{"a": 34, "b": 2}, {"a": 1, "b": 1}, {"a": 4, "b": 4}, {"a": 0}])
def test_nothing_is_told_when_nothing_may_be_told_apart(few: dict[str, int]):
    assert told_cells(few) == ()


@given(counts)
def test_every_cell_holds_five_people_or_more(people: dict[str, int]):
    assert all(cell.count >= SMALLEST_CELL for cell in told_cells(people))


@given(counts)
def test_cells_leave_nobody_out_and_count_nobody_twice(people: dict[str, int]):
    cells = told_cells(people)
    if cells:
        assert sum(cell.count for cell in cells) == sum(people.values())
        assert sorted(label for cell in cells for label in cell.labels) == sorted(people)


@given(counts)
def test_a_small_count_never_stands_in_a_cell_of_its_own(people: dict[str, int]):
    alone = [cell.labels[0] for cell in told_cells(people) if len(cell.labels) == 1]
    assert all(people[label] >= SMALLEST_CELL for label in alone)


def test_a_share_is_of_those_who_answered_and_needs_ten_of_them():
    told_well = told_share(told_cells({"never": 6, "once": 5, "unknown": 10}), "never", "unknown")
    assert told_well == Share(count=6, base=11, total=21, unknown=10, is_exact=True)
    assert Share(6, 11, 21, 10, is_exact=True).percentage == 55
    too_few = told_cells({"never": 5, "unknown": 30})
    assert told_share(too_few, "never", "unknown") is None


def test_a_label_that_is_told_together_with_others_has_no_share():
    cells = told_cells({"never": 6, "once": 30, "unknown": 2})
    assert cells == (Cell(("once",), 30), Cell(("never", "unknown"), 8))
    assert told_share(cells, "never", "unknown") is None


def test_where_the_unknown_are_few_the_share_is_the_least_it_can_be():
    for unknown in range(5):
        cells = told_cells({"never": 20, "once": 15 - unknown, "unknown": unknown})
        assert told_share(cells, "never", "unknown") == Share(20, 35, 35, 15, is_exact=False)
    assert Share(20, 35, 35, 15, is_exact=False).percentage == 57


habits = st.fixed_dictionaries(
    dict.fromkeys(("never", "once", "sometimes", "often", "unknown"), st.integers(0, 30))
)


@given(habits)
def test_a_share_holds_no_number_that_the_cells_do_not_tell(people: dict[str, int]):
    cells = told_cells(people)
    share = told_share(cells, "never", "unknown")
    if share:
        known = {cell.count for cell in cells}
        total = sum(known_cell.count for known_cell in cells)
        assert share.base >= SMALLEST_BASE
        assert {share.count, share.unknown} <= known
        assert share.base == (total - share.unknown if share.is_exact else total)


@given(habits)
def test_what_is_said_of_the_goal_is_true(people: dict[str, int]):
    share = told_share(told_cells(people), "never", "unknown")
    if share:
        certain = goal_of(people["never"], people["unknown"], sum(people.values()))
        assert goal_of(share.count, share.unknown, share.total) in (certain, Goal.OPEN)


@given(habits)
def test_a_share_is_never_larger_than_that_of_those_who_answered(people: dict[str, int]):
    share = told_share(told_cells(people), "never", "unknown")
    if share and not share.is_exact:
        answered = sum(people.values()) - people["unknown"]
        assert share.percentage <= 100 * people["never"] / answered
