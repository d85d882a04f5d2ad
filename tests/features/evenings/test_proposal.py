"""A proposal uses the minutes there are, never more, and has what an evening needs."""

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.features.evenings.proposal import (
    BREAK_FROM,
    LEAST_ROUND,
    MAX_ROUND,
    MAX_ROUNDS,
    VOTE_FROM,
    Proposal,
    propose,
)

ANY_LENGTH = st.integers(15, 720)


@given(ANY_LENGTH)
def test_a_proposal_never_takes_longer_than_there_is(minutes: int):
    assert propose(minutes).total <= minutes


@given(st.integers(15, 270))
def test_up_to_four_and_a_half_hours_every_minute_is_used(minutes: int):
    assert propose(minutes).total == minutes


@given(ANY_LENGTH)
def test_every_evening_opens_has_rounds_people_can_work_in_and_closes(minutes: int):
    proposal = propose(minutes)
    assert min(proposal.welcome, proposal.closing) >= 2
    assert 1 <= proposal.rounds <= MAX_ROUNDS
    assert LEAST_ROUND <= proposal.round <= MAX_ROUND


@given(ANY_LENGTH)
def test_a_long_evening_has_a_break_and_all_but_the_shortest_have_a_vote(minutes: int):
    proposal = propose(minutes)
    assert (proposal.pause >= 10) == (proposal.pause > 0) == (minutes >= BREAK_FROM)
    assert (proposal.vote >= 5) == (proposal.vote > 0) == (minutes >= VOTE_FROM)


def test_an_evening_of_two_and_a_half_hours():
    assert propose(150) == Proposal(15, rounds=6, round=16, pause=15, vote=10, closing=14)
