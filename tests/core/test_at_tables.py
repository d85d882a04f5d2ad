"""What the tables say of themselves: calls, readiness, whose turn it is, who was heard."""

import json

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.at_tables import (
    LEAST_HEARD,
    NOTHING,
    AtTables,
    next_of,
    packed,
    speaker_of,
    unheard,
    unpacked,
)

TABLES = st.integers(1, 12)
NUMBERS = st.integers(1, 150)
ORDERS = st.lists(NUMBERS, max_size=12, unique=True).map(tuple)
STATES = st.builds(
    AtTables,
    calls=st.dictionaries(TABLES, st.booleans()),
    ready=st.frozensets(TABLES),
    speakers=st.dictionaries(TABLES, NUMBERS),
    heard=st.frozensets(NUMBERS),
)


@given(STATES)
def test_what_is_stored_is_what_was_said(said: AtTables):
    assert unpacked(json.loads(json.dumps(packed(said)))) == said


def test_nothing_said_is_nothing_stored():
    assert packed(NOTHING) == {}
    assert unpacked({}) is NOTHING


@given(STATES, TABLES)
def test_a_second_call_does_not_send_away_who_is_coming(said: AtTables, table: int):
    coming = said.with_call(table, is_coming=True)
    assert coming.with_call(table) == coming
    assert coming.without_call(table).calls == said.without_call(table).calls


@given(STATES, TABLES)
def test_a_table_speaks_for_no_other(said: AtTables, table: int):
    for after in (
        said.with_call(table),
        said.without_call(table),
        said.with_ready(table, is_ready=True),
        said.with_ready(table, is_ready=False),
        said.with_next_speaker(table, (1, 2)),
    ):
        assert after.ready - {table} == said.ready - {table}
        for name in ("calls", "speakers"):
            rest = {other: value for other, value in getattr(after, name).items() if other != table}
            assert rest == {
                other: value for other, value in getattr(said, name).items() if other != table
            }


@given(STATES)
def test_at_the_next_stop_no_table_is_ready_and_help_is_still_needed(said: AtTables):
    moved = said.at_next_stop(is_same_round=True)
    assert (moved.ready, moved.speakers) == (frozenset(), {})
    assert (moved.calls, moved.heard) == (said.calls, said.heard)
    assert said.at_next_stop(is_same_round=False).heard == frozenset()


@given(ORDERS.filter(bool))
def test_the_word_goes_round_once_past_everybody(order: tuple[int, ...]):
    said = speaker_of(order, None)
    heard = []
    for _ in order:
        heard.append(said)
        said = next_of(order, said)
    assert heard == list(order)
    assert said == order[0]


@given(ORDERS, NUMBERS)
def test_somebody_who_left_has_not_the_word(order: tuple[int, ...], said: int):
    assert speaker_of(order, said) in (order or (None,))


def test_at_an_empty_table_nobody_has_the_word():
    assert next_of((), 3) is None
    assert NOTHING.with_next_speaker(1, ()) is NOTHING


@given(ORDERS, st.frozensets(NUMBERS))
def test_who_wrote_nothing_is_named_only_when_several_others_did(order, heard):
    found = unheard(order, heard)
    assert set(found) <= set(order) - heard
    if found:
        assert len(set(order) & heard) >= LEAST_HEARD
    else:
        assert set(order) <= heard or len(set(order) & heard) < LEAST_HEARD
