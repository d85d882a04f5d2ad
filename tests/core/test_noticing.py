"""What an answer was worked out from is noticed, also when the answer was remembered."""

from dataclasses import replace

from plekberaad_app.core.contributions import Contribution, MemoryBoard, questions_about
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.noticing import noticing
from tests.casting import NOW

IDEA = Contribution("idee-0001", "step", 1, "ideas", 1, "", "author", "idea", {}, NOW)
OTHER = replace(IDEA, id="idee-0002", author="other", kind="question")
BOARD = MemoryBoard([IDEA])


@memoized(8)
def count(board: MemoryBoard) -> int:
    return len(list(board.of_step("step", "idea")))


def asked(work, *given):
    return noticing(work, *given)[1]


def test_every_way_to_ask_a_board_is_noticed():
    for ask in (
        lambda: BOARD.get("idee-0001"),
        lambda: BOARD.of_step("step", "idea"),
        lambda: BOARD.of_table("step", "idea", 1),
        lambda: BOARD.of_author("author", "idea"),
    ):
        assert not asked(ask).isdisjoint(questions_about(IDEA))
        assert asked(ask).isdisjoint(questions_about(OTHER))


def test_who_asks_about_one_table_does_not_hear_of_another():
    elsewhere = replace(IDEA, id="idee-0003", author="other", table=2)
    assert asked(lambda: BOARD.of_table("step", "idea", 1)).isdisjoint(questions_about(elsewhere))


def test_what_is_not_there_yet_is_noticed_too():
    assert not asked(lambda: BOARD.get("idee-0002")).isdisjoint(questions_about(OTHER))


def test_a_remembered_answer_brings_along_what_it_was_worked_out_from():
    count(BOARD)
    assert asked(count, BOARD) == asked(count, MemoryBoard([IDEA])) != frozenset()


def test_whoever_listens_hears_of_what_an_inner_listener_heard():
    assert asked(lambda: noticing(count, BOARD)) == asked(count, BOARD)
