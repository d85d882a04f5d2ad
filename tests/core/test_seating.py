"""Tables: how many, what changes when one person moves, and where a latecomer goes."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.core.people import Kind, Person
from plekberaad_app.core.seating import (
    SeatingSummary,
    Spread,
    TableProposal,
    mix_gets_worse,
    move,
    propose_tables,
    seat_latecomer,
    seating_summary,
    spread,
)
from tests.core.cast import crowds, newcomer, professional, regular, seated_room


def at(table: int, seat: int, person: Person, together: str = "") -> Person:
    return replace(person, table=table, seat=seat, together=together)


@pytest.mark.parametrize(
    ("total", "tables", "smallest", "largest"),
    [
        (0, 1, 0, 0),
        (1, 1, 1, 1),
        (7, 1, 7, 7),
        (8, 2, 4, 4),
        (12, 2, 6, 6),
        (30, 5, 6, 6),
        (33, 6, 5, 6),
        (36, 6, 6, 6),
        (60, 10, 6, 6),
        (72, 12, 6, 6),
        (100, 12, 8, 9),
    ],
)
def test_the_proposal_comes_near_to_six_at_a_table(total, tables, smallest, largest):
    assert propose_tables(total) == TableProposal(tables, smallest, largest)


@given(st.integers(0, 200))
def test_a_proposal_seats_everyone_and_never_makes_a_lonely_table(total):
    proposal = propose_tables(total)
    assert 1 <= proposal.tables <= 12
    assert 0 <= proposal.largest - proposal.smallest <= 1
    assert proposal.smallest * proposal.tables <= total <= proposal.largest * proposal.tables
    assert proposal.tables == 1 or proposal.smallest >= 4


def test_spread_counts_empty_tables_and_nobody_without_a_table():
    people = [at(1, 1, newcomer(1)), at(1, 2, professional(2)), newcomer(3)]
    assert spread(people, 2) == Spread(sizes=2, newcomers=1, professionals=1)


def test_the_summary_of_an_even_room_says_balanced():
    assert seating_summary(seated_room(), 6) == SeatingSummary(6, 6, 6, balanced=True, people=36)


def test_a_difference_of_two_newcomers_is_not_balanced():
    people = [at(1, 1, newcomer(1)), at(1, 2, newcomer(2))]
    people += [at(2, 1, regular(3)), at(2, 2, regular(4))]
    assert seating_summary(people, 2) == SeatingSummary(2, 2, 2, balanced=False, people=4)


def test_somebody_who_moves_gets_the_last_seat_and_nobody_else_changes():
    before = seated_room()
    mover = next(one for one in before if one.table == 1)
    after = move(before, mover.id, 2)
    assert set(after) - set(before) == {replace(mover, table=2, seat=7)}
    assert len(after) == len(before)


def test_a_seat_left_open_is_not_given_away():
    people = (at(1, 1, regular(1)), at(2, 1, regular(2)), at(2, 3, regular(3)))
    assert move(people, "p1", 2)[0].seat == 4


def test_moving_to_the_own_table_changes_nothing():
    before = seated_room()
    mover = before[0]
    assert move(before, mover.id, mover.table or 0) == before


def test_somebody_without_a_table_can_be_given_one():
    assert move([regular(1)], "p1", 3) == (at(3, 1, regular(1)),)


def test_a_stranger_cannot_be_moved():
    with pytest.raises(NotFound) as refusal:
        move(seated_room(), "stranger", 2)
    assert refusal.value.code == "seating.unknown_person"


def test_nobody_can_be_moved_to_table_zero():
    with pytest.raises(BadInput) as refusal:
        move(seated_room(), "p1", 0)
    assert refusal.value.code == "seating.unknown_table"


def test_moving_one_of_six_to_another_six_deserves_a_warning():
    before = seated_room()
    mover = next(one for one in before if one.table == 1)
    assert mix_gets_worse(before, move(before, mover.id, 2), 6)


def test_a_difference_of_one_deserves_no_warning():
    before = (at(1, 1, regular(1)), at(1, 2, regular(2)), at(2, 1, regular(3)))
    assert not mix_gets_worse(before, move(before, "p1", 2), 2)


def test_a_difference_that_was_there_already_deserves_no_warning():
    before = tuple(at(1, seat, regular(seat)) for seat in range(1, 5))
    assert not mix_gets_worse(before, move(before, "p1", 2), 2)


@pytest.mark.parametrize("make", [newcomer, professional])
def test_gathering_newcomers_or_professionals_deserves_a_warning(make):
    before = (
        *(at(1, seat, regular(seat)) for seat in (1, 2)),
        *(at(2, seat - 2, make(seat)) for seat in (3, 4)),
        at(1, 3, make(5)),
    )
    assert mix_gets_worse(before, move(before, "p5", 2), 2)


def test_parting_a_pair_deserves_a_warning_once():
    pair = (at(1, 1, regular(1), "pair"), at(1, 2, regular(2), "pair"))
    before = (*pair, at(2, 1, regular(3)))
    parted = move(before, "p1", 2)
    assert mix_gets_worse(before, parted, 2)
    assert not mix_gets_worse(parted, parted, 2)


def test_a_latecomer_goes_to_the_smallest_table():
    people = (at(1, 1, regular(1)), at(1, 2, regular(2)), at(2, 1, newcomer(3)))
    assert seat_latecomer(people, newcomer(9), 2) == at(2, 2, newcomer(9))


def test_of_equal_tables_the_one_with_fewest_newcomers_gets_the_newcomer():
    people = (at(1, 1, newcomer(1)), at(2, 1, regular(2)))
    assert seat_latecomer(people, newcomer(9), 2).table == 2
    assert seat_latecomer(people, regular(9), 2).table == 1


def test_of_equal_tables_the_one_with_fewest_professionals_gets_the_professional():
    people = (at(1, 1, professional(1)), at(2, 1, regular(2)))
    assert seat_latecomer(people, professional(9), 2).table == 2


def test_for_a_newcomer_professional_newcomers_weigh_most():
    people = (at(1, 1, professional(1)), at(2, 1, newcomer(2)))
    assert seat_latecomer(people, newcomer(9, Kind.PROFESSIONAL), 2).table == 1


def test_a_latecomer_joins_whoever_they_belong_with():
    people = (at(1, 1, regular(1)), at(2, 1, regular(2), "pair"), at(2, 2, regular(3)))
    latecomer = replace(regular(9), together="pair")
    assert seat_latecomer(people, latecomer, 2) == replace(latecomer, table=2, seat=3)


def test_a_latecomer_whose_partner_has_no_table_yet_gets_the_smallest():
    people = (at(1, 1, regular(1)), replace(regular(2), together="pair"))
    assert seat_latecomer(people, replace(regular(9), together="pair"), 2).table == 2


def test_an_empty_table_needs_the_latecomer_most():
    assert seat_latecomer([at(1, 1, regular(1))], regular(9), 3).table == 2


def test_a_latecomer_cannot_sit_where_there_are_no_tables():
    with pytest.raises(BadInput):
        seat_latecomer([], regular(9), 0)


@settings(max_examples=40, deadline=None)
@given(crowds(largest=30), st.integers(1, 12))
def test_latecomers_alone_fill_tables_evenly(people, tables):
    seated: tuple[Person, ...] = ()
    for person in people:
        seated = (*seated, seat_latecomer(seated, person, tables))
    assert spread(seated, tables).sizes <= 1
    assert len({(one.table, one.seat) for one in seated}) == len(people)
