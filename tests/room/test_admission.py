"""Arriving: one phone is one person, whatever happens to it, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plekberaad_app.core.errors import BadInput, NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.people import Habit, Kind, Person, composition
from plekberaad_app.core.steering import close
from plekberaad_app.platform.database import live_sessions, people
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.tokens import is_our_key, new_key
from plekberaad_app.room import admission, erasure
from tests.casting import CODE, NOW, OTHER_CODE, evening, new_facilitator
from tests.settings import overridden

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


@pytest.fixture
def room(anna) -> LiveSession:
    return evening(anna)


def join(name="Sam", kind="resident", habit="never", key=None, code=CODE) -> str:
    return admission.check_in(code, name, kind, habit, NOW, key)


def present(live_session: LiveSession) -> tuple[Person, ...]:
    with reading() as db:
        return people.of_live_session(db, live_session.id)


def change(live_session: LiveSession, **values) -> None:
    with transaction() as db:
        live_sessions.save(db, replace(live_session, **values))


@pytest.mark.parametrize("typed", ["K7M3XP", "k7m3xp", " k7m 3xp ", "K7M-3XP"])
def test_a_room_is_found_however_its_code_is_typed(room, typed):
    assert admission.find_room(typed).id == room.id


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("K7M3XR", "code_unknown"),
        ("", "code_unreadable"),
        ("\0", "code_unreadable"),
        ("9" * 100_000, "code_unreadable"),
    ],
)
def test_a_wrong_code_is_refused(room, typed, refusal):
    with pytest.raises((BadInput, NotFound), match=refusal):
        admission.find_room(typed)


def test_anyone_who_checks_in_gets_the_next_number_and_a_key(room):
    keys = [join("Sam"), join("Noor")]
    assert [(person.number, person.name) for person in present(room)] == [(1, "Sam"), (2, "Noor")]
    assert len(set(keys)) == 2
    assert admission.who_is(Visitor(room.id, keys[1])) == present(room)[1]


def test_nobody_is_known_without_a_key_or_in_a_room_that_does_not_exist(room):
    assert admission.who_is(Visitor("", join())) is None
    assert admission.who_is(Visitor(room.id, "")) is None


def test_every_answer_may_be_left_out(room):
    join(name="", kind="", habit="")
    assert present(room)[0] == replace(present(room)[0], name="", kind=None, habit=None)


def test_one_phone_that_checks_in_five_times_is_one_person(room):
    key = join()
    assert {join(key=key) for _ in range(4)} == {key}
    assert len(present(room)) == 1


def test_checking_in_again_changes_the_answers(room):
    key = join("Sam", "resident", "never")
    join("Sammie", "professional", "", key=key)
    assert (present(room)[0].name, present(room)[0].kind, present(room)[0].habit) == (
        "Sammie",
        Kind.PROFESSIONAL,
        None,
    )


def test_two_taps_at_the_same_moment_are_one_person(room):
    key = new_key(CODE)
    with ThreadPoolExecutor(4) as taps:
        answers = list(taps.map(lambda _: join(key=key), range(4)))
    assert set(answers) == {key}
    assert len(present(room)) == 1


@pytest.mark.parametrize("key", ["", "x", "\0", "é", "A" * 64, "A" * 100_000])
def test_a_key_that_somebody_made_up_is_replaced(room, key):
    ours = join(key=key)
    assert ours != key
    assert is_our_key(ours, CODE)


def test_a_phone_that_came_in_under_the_secret_before_stays_in(room, tmp_path):
    old, new, other = ({"secret": letter * 32, "data": tmp_path} for letter in "ono")
    with overridden(**old):
        key = join()
    with overridden(**new, secret_before="o" * 32):
        assert join(key=key) == key
        made_now = new_key(CODE)
        assert is_our_key(made_now, CODE)
    with overridden(**new):
        assert is_our_key(made_now, CODE)
        assert not is_our_key(key, CODE)
    with overridden(**other):
        assert not is_our_key(made_now, CODE)


def test_a_key_of_another_room_is_nobody_here(anna, room):
    evening(anna, OTHER_CODE)
    foreign = join(code=OTHER_CODE)
    assert admission.who_is(Visitor(room.id, foreign)) is None
    assert join(key=foreign) != foreign
    assert len(present(room)) == 1


def test_no_key_stands_in_the_database(room):
    key = join()
    with reading() as db:
        assert people.by_key(db, room.id, key) is None


@pytest.mark.parametrize(
    ("kind", "habit"), [("cat", ""), ("", "daily"), ("RESIDENT", ""), ("\0", "")]
)
def test_an_unknown_answer_is_refused(room, kind, habit):
    with pytest.raises(BadInput, match="answer_unknown"):
        join(kind=kind, habit=habit)
    assert not present(room)


def test_a_name_of_24_characters_fits_and_one_of_25_does_not(room):
    family = "👨‍👩‍👧‍👦"
    join("é" * 24)
    join(family * 24)
    with pytest.raises(BadInput, match="name_too_long"):
        join("e" * 25)
    assert [person.name for person in present(room)] == ["é" * 24, family * 24]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<script>alert(1)</script>"[:24], "<script>alert(1)</script>"[:24]),
        ("Sam\0", "Sam"),
        ("  Sam\n de  Wit ", "Sam de Wit"),
        ("\0\u200b", ""),
        ("\u202eSam", "Sam"),
    ],
)
def test_a_name_is_plain_text_on_one_line(room, typed, kept):
    join(typed)
    assert present(room)[0].name == kept


@pytest.mark.parametrize("name", ["x" * 100_000, "e" + "\u0301" * 100, "<b>" * 40_000])
def test_what_is_no_name_is_refused(room, name):
    with pytest.raises(BadInput):
        join(name)
    assert not present(room)


@given(name=st.text(max_size=60))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_name_or_a_refusal(name):
    try:
        kept = admission._name(name)
    except BadInput:
        return
    assert "\0" not in kept
    assert kept == admission._name(kept)


def test_nobody_joins_a_closed_evening(anna, room):
    change(close(room, NOW))
    with pytest.raises(NotAllowed, match="evening_closed"):
        join()
    with pytest.raises(NotAllowed, match="evening_closed"):
        admission.add_by_hand(anna, room.id, "Sam", "", "", NOW)
    assert not present(room)


def test_a_latecomer_is_seated_and_nobody_else_moves(room):
    join("Sam")
    join("Noor")
    with transaction() as db:
        live_sessions.change(db, room.id, cast=True)
        people.save(db, [replace(person, table=1, seat=person.number) for person in present(room)])
    change(room, tables=2)
    before = present(room)
    join("Late")
    assert present(room)[:2] == before
    assert (present(room)[2].table, present(room)[2].seat) == (2, 1)


def test_somebody_without_a_phone_counts_like_everyone(anna, room):
    added = admission.add_by_hand(anna, room.id, "Mies", "resident", "never", NOW)
    assert present(room) == (added,)
    assert (added.has_phone, added.habit, added.number) == (False, Habit.NEVER, 1)


def test_anyone_who_is_added_twice_under_one_id_came_in_once(anna, room):
    asked = (anna, room.id, "Mies", "resident", "never", NOW)
    first = admission.add_by_hand(*asked, person_id="made-on-the-tablet")
    assert admission.add_by_hand(*asked, person_id="made-on-the-tablet") == first
    assert present(room) == (first,)
    admission.add_by_hand(*asked, person_id="another")
    assert len(present(room)) == 2


def test_another_library_adds_and_sees_nobody(room):
    bea = new_facilitator("Bea", "De Eik")
    with pytest.raises(NotAllowed, match="not_your_library"):
        admission.add_by_hand(bea, room.id, "Mies", "", "", NOW)
    assert not present(room)


def test_a_name_is_corrected_by_whoever_steers_and_nobody_else(anna, room):
    join("Sma")
    admission.rename(anna, room.id, 1, "Sam")
    assert present(room)[0].name == "Sam"
    bea = new_facilitator("Bea", "De Eik")
    with pytest.raises(NotAllowed, match="not_your_library"):
        admission.rename(bea, room.id, 1, "x")
    with pytest.raises(NotFound, match="person_gone"):
        admission.rename(anna, room.id, 2, "x")


def test_anyone_who_went_home_is_taken_off_the_list_by_whoever_steers_and_nobody_else(anna, room):
    join()
    bea = new_facilitator("Bea", "De Eik")
    with pytest.raises(NotAllowed, match="not_your_library"):
        erasure.erase(bea, room.id, 1, NOW)
    erasure.erase(anna, room.id, 1, NOW)
    assert not present(room)
    with pytest.raises(NotFound, match="person_gone"):
        erasure.erase(anna, room.id, 1, NOW)


def test_anyone_who_leaves_is_erased(room):
    visitor = Visitor(room.id, join())
    erasure.erase_self(visitor, NOW)
    assert not present(room)
    assert admission.who_is(visitor) is None
    erasure.erase_self(visitor, NOW)


def test_nobody_is_erased_from_a_room_they_are_not_in(anna, room):
    other = evening(anna, OTHER_CODE)
    erasure.erase_self(Visitor(other.id, join()), NOW)
    erasure.erase_self(Visitor(room.id, join(code=OTHER_CODE)), NOW)
    erasure.erase_self(Visitor(room.id, ""), NOW)
    assert len(present(room)) == 1


def test_every_check_in_tells_the_room(room):
    key = join()
    with reading() as db:
        first = live_sessions.get(db, room.id)
    join("Sammie", key=key)
    with reading() as db:
        second = live_sessions.get(db, room.id)
    assert first.version < second.version
    assert first.cast_version < second.cast_version


def test_asked_and_skipped_is_stored_as_something_else_than_never_asked(room, anna):
    join("Sam", kind="skipped", habit="skipped")
    admission.add_by_hand(anna, room.id, "Mies", "", "", NOW)
    said = {person.name: (person.kind, person.habit) for person in present(room)}
    assert said == {"Sam": (Kind.SKIPPED, Habit.SKIPPED), "Mies": (None, None)}
    assert composition(present(room)).unknown == 2
