"""The cast is what every test thinks it is."""

from plekberaad_app.core.people import composition
from tests.core.cast import by_table, room, seated_room


def test_the_cast_is_twenty_newcomers_ten_other_residents_and_six_professionals():
    counts = composition(room())
    assert (counts.total, counts.newcomers, counts.professionals) == (36, 20, 6)


def test_two_of_the_cast_have_no_phone():
    assert [one.number for one in room() if not one.has_phone] == [7, 28]


def test_the_seated_cast_sits_at_six_tables_of_six():
    assert [len(members) for members in by_table(seated_room()).values()] == [6] * 6
