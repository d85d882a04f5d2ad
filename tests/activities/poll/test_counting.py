"""What answers add up to, at the exact boundaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.activities.poll import counting, words
from plekberaad_app.core.disclosure import SMALLEST_CELL

CHOICES = ("choice-1", "choice-2", "choice-3", "choice-4")
ORDERS = st.lists(st.lists(st.sampled_from(CHOICES), unique=True), max_size=30)
SPOKEN = st.lists(st.lists(st.sampled_from(["café", "Cafe", "CAFÉ!", "boom", "Boom"]), max_size=3))


@given(ORDERS)
def test_every_choice_counts_for_everybody_who_chose_it(answers: list[list[str]]):
    found = counting.totals(answers, CHOICES)
    assert found == {each: sum(each in picks for picks in answers) for each in CHOICES}


def test_a_choice_that_no_longer_stands_is_not_counted():
    assert counting.totals([["choice-9", "choice-1"]], CHOICES[:1]) == {"choice-1": 1}


def test_the_first_of_four_gets_four_points_and_what_was_left_out_none():
    points = counting.ranking_points([["choice-3", "choice-1"]], CHOICES)
    assert points == {"choice-1": 3, "choice-2": 0, "choice-3": 4, "choice-4": 0}


@given(ORDERS)
def test_points_stay_between_nothing_and_first_for_everybody(answers: list[list[str]]):
    points = counting.ranking_points(answers, CHOICES)
    assert all(0 <= each <= len(CHOICES) * len(answers) for each in points.values())
    given_out = [sum(range(5 - len(picks), 5)) for picks in answers]
    assert sum(points.values()) == sum(given_out)


@given(ORDERS, st.permutations(CHOICES))
def test_the_order_in_which_answers_arrive_changes_no_points(
    answers: list[list[str]], standing: list[str]
):
    assert counting.ranking_points(answers, CHOICES) == counting.ranking_points(
        reversed(answers), standing
    )


def test_without_answers_a_scale_has_no_average():
    assert counting.scale_of({"1": 0, "5": 0}) is None


@pytest.mark.parametrize(
    ("counts", "average", "spread", "agreement"),
    [
        ({"3": 1}, 30, 0, "close"),
        ({"1": 1, "5": 1}, 30, 20, "wide"),
        ({"4": 1, "3": 2}, 33, 5, "close"),
        ({"2": 1, "4": 1}, 30, 10, "apart"),
    ],
)
def test_a_scale_has_an_average_and_a_spread(counts, average, spread, agreement):
    assert counting.scale_of(counts) == counting.Scale(average, spread, agreement)


@given(st.lists(st.integers(1, 5), min_size=1, max_size=60))
def test_an_average_lies_on_the_scale(answers: list[int]):
    found = counting.scale_of({str(step): answers.count(step) for step in range(1, 6)})
    assert found
    assert min(answers) * 10 <= found.average <= max(answers) * 10
    assert 0 <= found.spread <= 20


def quiz(**right: tuple[int, int]) -> list[tuple[int, bool]]:
    """Per table (t1 …) how many are right, of how many."""
    return [
        (int(table[1:]), number < good)
        for table, (good, every) in right.items()
        for number in range(every)
    ]


def test_a_table_earns_the_share_that_is_right_of_a_hundred_points():
    assert counting.points_per_table(quiz(t1=(3, 6), t2=(5, 5))) == (
        counting.TablePoints((2,), 100),
        counting.TablePoints((1,), 50),
    )


def test_at_five_answers_a_table_is_told_and_at_four_it_goes_with_another():
    at, below = SMALLEST_CELL, SMALLEST_CELL - 1
    assert counting.points_per_table(quiz(t1=(0, at), t2=(at, at), t3=(1, at))) == (
        counting.TablePoints((2,), 100),
        counting.TablePoints((3,), 20),
        counting.TablePoints((1,), 0),
    )
    together = counting.points_per_table(quiz(t1=(0, below), t2=(at, at), t3=(9, 9)))
    assert [each.tables for each in together] == [(3,), (1, 2)]


def test_where_all_tables_are_small_nothing_is_told_of_any():
    assert counting.points_per_table(quiz(t1=(1, 4), t2=(4, 4))) == ()
    assert counting.points_per_table([]) == ()


@given(st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=60))
def test_no_points_are_told_of_fewer_than_five_answers(answers: list[tuple[int, bool]]):
    for each in counting.points_per_table(answers):
        assert sum(table in each.tables for table, _ in answers) >= SMALLEST_CELL
        assert 0 <= each.points <= 100


@pytest.mark.parametrize(
    ("one", "other"), [("Café", "cafe"), ("BOOM!", "boom"), ("één", "Een"), ("straße", "STRASSE")]
)
def test_case_accents_and_punctuation_make_no_other_word(one: str, other: str):
    assert words.folded(one) == words.folded(other)


def test_a_cloud_shows_the_spelling_that_most_people_used():
    found = words.counted([["café"], ["Cafe"], ["Cafe", "boom"]])
    assert [(each.word, each.count) for each in found] == [("Cafe", 3), ("boom", 1)]


@given(SPOKEN)
def test_nobody_counts_twice_for_one_word(answers: list[list[str]]):
    for each in words.counted(answers):
        said = [{words.folded(word) for word in picks} for picks in answers]
        assert each.count == sum(each.key in keys for keys in said)


def test_the_same_word_filled_in_twice_is_one_word_in_its_first_spelling():
    assert words.distinct(["Groen", "", "groen!"]) == ["Groen"]
    assert words.distinct(["rust", "groen", "Rust", "..."]) == ["rust", "groen"]


@given(st.lists(st.integers(1, 200), max_size=40))
def test_the_word_said_most_is_largest_and_once_is_smallest(counts: list[int]):
    sizes = words.sizes(counts)
    assert all(1 <= size <= 5 for size in sizes)
    assert [sizes[at] for at, count in enumerate(counts) if count == 1] == [1] * counts.count(1)
    if counts and max(counts) > 1:
        assert sizes[counts.index(max(counts))] == 5
