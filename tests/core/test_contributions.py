"""The board over contributions at hand: what a rule may see of them."""

from dataclasses import replace

from plekberaad_app.core.contributions import Contribution, MemoryBoard
from tests.core.cast import START


def idea(contribution_id: str, author: str = "tag", step_id: str = "carousel") -> Contribution:
    return Contribution(
        id=contribution_id,
        step_id=step_id,
        round=1,
        phase="ideas",
        table=3,
        challenge_id="c1",
        author=author,
        kind="idea",
        payload={"text": "a bench"},
        created_at=START,
    )


def ids(contributions) -> list[str]:
    return [contribution.id for contribution in contributions]


def test_contributions_come_in_order_of_arrival():
    board = MemoryBoard([idea("b"), idea("a"), idea("c")])
    assert ids(board.of_step("carousel", "idea")) == ["b", "a", "c"]


def test_each_author_sees_their_own():
    board = MemoryBoard([idea("a", "one"), idea("b", "other"), idea("c", "one")])
    assert ids(board.of_author("one", "idea")) == ["a", "c"]


def test_an_author_is_asked_about_one_kind():
    mark = replace(idea("m"), kind="mark")
    board = MemoryBoard([idea("a"), mark])
    assert ids(board.of_author("tag", "mark")) == ["m"]
    assert ids(board.of_step("carousel", "idea")) == ["a"]


def test_another_step_has_other_contributions():
    board = MemoryBoard([idea("a"), idea("b", step_id="vote")])
    assert ids(board.of_step("vote", "idea")) == ["b"]


def test_a_table_has_its_own_contributions_in_order_of_arrival():
    board = MemoryBoard([idea("b"), replace(idea("x"), table=2), idea("a")])
    assert ids(board.of_table("carousel", "idea", 3)) == ["b", "a"]
    assert ids(board.of_table("carousel", "idea", 4)) == []


def test_what_was_withdrawn_is_left_out_but_can_be_got():
    board = MemoryBoard([replace(idea("a"), withdrawn=True)])
    assert ids(board.of_step("carousel", "idea")) == []
    assert ids(board.of_author("tag", "idea")) == []
    assert board.get("a") == replace(idea("a"), withdrawn=True)


def test_what_is_hidden_still_stands():
    hidden = replace(idea("a"), hidden=True)
    assert list(MemoryBoard([hidden]).of_step("carousel", "idea")) == [hidden]


def test_an_unknown_contribution_is_none():
    assert MemoryBoard().get("a") is None


def test_a_change_takes_the_place_of_what_it_changes():
    board = MemoryBoard([idea("a"), idea("b")])
    changed = board.with_changes([replace(idea("a"), hidden=True), idea("c")])
    assert ids(changed.of_step("carousel", "idea")) == ["a", "b", "c"]
    assert changed.get("a") == replace(idea("a"), hidden=True)


def test_a_changed_board_leaves_the_old_one_as_it_was():
    board = MemoryBoard([idea("a")])
    board.with_changes([idea("b")])
    assert ids(board.of_step("carousel", "idea")) == ["a"]


def test_sending_twice_is_sending_once():
    assert ids(MemoryBoard([idea("a"), idea("a")]).of_step("carousel", "idea")) == ["a"]


def test_the_number_of_arrival_makes_no_difference_between_two_contributions():
    assert replace(idea("a"), number=7) == idea("a")
