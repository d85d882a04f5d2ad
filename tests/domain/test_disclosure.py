"""No published figure lets anybody find a group of fewer than five people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.domain.disclosure import (
    SMALLEST_CELL,
    Cell,
    told,
    told_cells,
    told_percentage,
)

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


def test_a_percentage_needs_a_base_of_ten():
    assert told_percentage(told_cells({"never": 5, "once": 4}), "never") is None
    assert told_percentage((Cell(("never",), 9),), "never") is None
    assert told_percentage(told_cells({"never": 5, "once": 5}), "never") == 50


def test_a_label_that_is_told_together_with_others_has_no_percentage():
    cells = told_cells({"never": 6, "once": 30, "often": 2})
    assert cells == (Cell(("once",), 30), Cell(("never", "often"), 8))
    assert told_percentage(cells, "never") is None


def test_a_share_that_would_tell_the_few_others_is_not_told():
    assert told_percentage(told_cells({"never": 34, "once": 2}), "never") is None
