"""Who is writing: for how long somebody counts, and what of it may be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.live.writers import (
    LASTS_SECONDS,
    LINGERS_SECONDS,
    MAX_TOLD,
    NO_TABLE,
    SMALLEST_TABLE,
    Elsewhere,
    Writers,
    per_table,
    tables_of,
    told,
)

COUNTS = st.dictionaries(st.integers(0, 12), st.integers(0, 30))


@pytest.fixture
def writers() -> Writers:
    writers = Writers()
    writers.begin("a", "step", at=100.0)
    return writers


def test_somebody_counts_until_they_have_been_silent_for_too_long(writers):
    assert writers.in_step("step", at=100.0 + LASTS_SECONDS - 0.001) == {"a"}
    assert writers.in_step("step", at=100.0 + LASTS_SECONDS) == frozenset()


def test_who_tells_again_counts_anew_from_then(writers):
    writers.begin("a", "step", at=105.0)
    assert writers.next_end() == 105.0 + LASTS_SECONDS


def test_who_stops_counts_a_little_longer_whatever_appears_meanwhile(writers):
    writers.stop("a", at=101.0)
    assert writers.in_step("step", at=101.0 + LINGERS_SECONDS - 0.001) == {"a"}
    assert writers.in_step("step", at=101.0 + LINGERS_SECONDS) == frozenset()


def test_stopping_never_makes_anybody_count_longer(writers):
    at = 100.0 + LASTS_SECONDS - LINGERS_SECONDS / 2
    writers.stop("a", at=at)
    assert writers.next_end() == 100.0 + LASTS_SECONDS


def test_who_did_not_write_cannot_stop(writers):
    writers.stop("b", at=101.0)
    assert writers.in_step("step", at=101.0) == {"a"}


def test_who_wrote_in_another_step_is_forgotten(writers):
    writers.begin("b", "other", at=100.0)
    assert writers.in_step("other", at=101.0) == {"b"}
    assert writers.in_step("step", at=101.0) == frozenset()
    assert writers.next_end() is None


def test_what_another_process_says_counts_until_it_is_silent_for_too_long():
    elsewhere = Elsewhere()
    elsewhere.hear("p", "step", {1: 2}, at=100.0)
    elsewhere.hear("q", "step", {1: 1, 2: 4}, at=101.0)
    assert elsewhere.in_step("step", at=101.0) == {1: 3, 2: 4}
    assert elsewhere.in_step("step", at=100.0 + LASTS_SECONDS) == {1: 1, 2: 4}
    assert elsewhere.in_step("step", at=101.0 + LASTS_SECONDS) == {}
    assert elsewhere.next_end() is None


def test_what_another_process_says_of_a_step_counts_in_no_other():
    elsewhere = Elsewhere()
    elsewhere.hear("p", "other", {1: 2}, at=100.0)
    assert elsewhere.in_step("step", at=100.0) == {}


def test_only_what_another_process_says_otherwise_is_news():
    elsewhere = Elsewhere()
    assert elsewhere.hear("p", "step", {1: 2}, at=100.0)
    assert not elsewhere.hear("p", "step", {1: 2}, at=103.0)
    assert elsewhere.next_end() == 103.0 + LASTS_SECONDS
    assert elsewhere.hear("p", "step", {1: 3}, at=104.0)
    assert elsewhere.hear("p", "other", {1: 3}, at=105.0)


def test_of_a_table_with_too_few_phones_nothing_is_told():
    assert told({1: 1, 2: 1}, {1: SMALLEST_TABLE, 2: SMALLEST_TABLE - 1}) == {1: 1}
    assert told({1: 1}, {}) == {}


def test_more_than_a_few_is_told_as_a_few():
    phones = dict.fromkeys(range(1, 4), 30)
    counts = {1: MAX_TOLD - 1, 2: MAX_TOLD, 3: MAX_TOLD + 1}
    assert told(counts, phones) == {1: MAX_TOLD - 1, 2: MAX_TOLD, 3: MAX_TOLD}


@given(COUNTS, COUNTS)
def test_what_is_told_is_never_nothing_nor_more_than_a_few_nor_of_a_small_table(writing, phones):
    shown = told(writing, phones)
    assert all(0 < count <= MAX_TOLD for count in shown.values())
    assert all(phones.get(table, 0) >= SMALLEST_TABLE for table in shown)
    assert tables_of(shown) == sorted(shown.keys() - {NO_TABLE})


def test_who_sits_at_no_table_is_counted_apart_and_shown_at_none():
    assert per_table([1, None, 1, None]) == {1: 2, NO_TABLE: 2}
    assert tables_of({NO_TABLE: 2, 3: 1}) == [3]
