"""Names that tell people apart, and say nothing more of them than a number."""

from hypothesis import given
from hypothesis import strategies as st

from plekberaad_app.core.names import told_apart, with_names_of
from plekberaad_app.core.people import Challenge, Person

rooms = st.lists(st.sampled_from(["", "Jan", "jan", "Maria", "Fatima", "Bo"]), max_size=20).map(
    lambda names: tuple(Person(f"p{n}", n, name) for n, name in enumerate(names, start=1))
)


def names(*given_names: str) -> list[str]:
    people = tuple(Person(f"p{n}", n, name) for n, name in enumerate(given_names, start=1))
    return [person.name for person in told_apart(people)]


def test_anyone_who_shares_a_name_has_their_number_behind_it():
    assert names("Maria", "Bram", "Maria") == ["Maria (1)", "Bram", "Maria (3)"]


def test_capitals_do_not_make_another_name():
    assert names("Jan", "JAN") == ["Jan (1)", "JAN (2)"]


def test_a_name_that_nobody_shares_stays_as_it_is():
    people = (Person("a", 1, "Maria"), Person("b", 2, "Bram"), Person("c", 3), Person("d", 4))
    assert told_apart(people) is people


@given(rooms)
def test_no_two_people_with_a_name_are_called_the_same(people):
    called = [person.name.casefold() for person in told_apart(people) if person.name]
    assert len(called) == len(set(called))


@given(rooms)
def test_it_stays_the_same_people_in_the_same_order(people):
    assert [person.id for person in told_apart(people)] == [person.id for person in people]


def test_two_owners_with_one_name_are_told_apart_as_well():
    people = (Person("a", 4, "Jan"), Person("b", 9, "Jan"))
    challenges = tuple(Challenge(f"c{each.id}", each, "Een bankje") for each in people)
    owners = [each.owner.name for each in with_names_of(challenges, told_apart(people))]
    assert owners == ["Jan (4)", "Jan (9)"]
