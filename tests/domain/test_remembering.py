"""What was worked out from the same things is not worked out again."""

from plekberaad_app.domain.remembering import remembered


def counting(size: int):
    """A remembered function, and the list of what it was really asked."""
    asked: list[object] = []

    @remembered(size)
    def length(of: list[int]) -> int:
        asked.append(of)
        return len(of)

    return length, asked


def test_the_same_thing_is_asked_once():
    length, asked = counting(2)
    things = [1, 2, 3]
    assert [length(things), length(things)] == [3, 3]
    assert len(asked) == 1


def test_an_equal_thing_is_another_thing():
    length, asked = counting(2)
    assert [length([1]), length([1])] == [1, 1]
    assert len(asked) == 2


def test_the_oldest_answer_makes_room():
    length, asked = counting(2)
    first, second, third = [1], [2], [3]
    for things in (first, second, third, second, third, first):
        length(things)
    assert asked == [first, second, third, first]


def test_a_thing_that_is_remembered_keeps_its_identity():
    length, _ = counting(100)
    assert [length([0] * size) for size in range(50)] == list(range(50))
