"""What a pair sees reaches both its phones and no other screen, and equals what a reload shows."""

from collections.abc import Iterator

import pytest

from plekberaad_app.activities.contract.groups import members, pair_of
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.programme import Step
from plekberaad_app.room import admission, erasure, grouping, steering
from tests.activities.interview import interview_step, with_interview
from tests.live.watching import Live, equals_a_reload, keep_time, only_our_houses
from tests.rooms import Room, open_room

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


@pytest.fixture(params=[False, True], ids=["at tables", "across the room"])
def room(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Room]:
    """Eight people at two tables, who are about to talk in pairs."""
    with with_interview(tmp_path_factory.mktemp("home")):
        closing = Step("closing", "closing", "Tot slot")
        found = open_room((interview_step(across=request.param), closing))
        found.fill(8)
        found.seat(2)
        keep_time(monkeypatch, found)
        yield found


def pair(room: Room, number: int) -> list[int]:
    """The numbers of the people in the pair or trio of this person."""
    look = room.look()
    here, person = running(look, room.now), look.person(number)
    assert here
    assert person
    found = pair_of(here[1], person)
    assert found
    return sorted(each.number for each in members(here[1], found))


async def everybody(live: Live) -> None:
    """Open all screens: the phones by their number."""
    for number, visitor in enumerate(live.room.visitors, start=1):
        await live.open(str(number), "phone", visitor)
    await live.open("projector", "projector")
    await live.open("tablet", "tablet")
    await live.look_along()


def who_heard(live: Live, word: str) -> list[str]:
    return sorted(sid for sid, heard in live.screens.heard.items() if word in str(heard))


def goes_home(room: Room, number: int) -> None:
    admission.go_home(room.facilitator, room.live_session_id, number, room.now, gone=True)


def time_is_up(room: Room) -> None:
    room.wait(minutes=5, seconds=1)
    assert steering.steer_if_due(room.live_session_id, room.now)


async def test_what_a_pair_writes_reaches_both_phones_and_nobody_else(room: Room):
    live = Live(room)
    await everybody(live)
    room.steer("next")
    await live.settle()
    two = pair(room, 1)
    room.act(room.visitors[0], "tell", "interview", id="antwoord-01", text="tuinkabouter")
    await live.settle()
    assert who_heard(live, "tuinkabouter") == [str(number) for number in two]
    room.steer("next")
    await live.settle()
    other = next(number for number in pair(room, 1) if number != 1)
    assert other not in two
    room.act(room.visitors[0], "tell", "interview", id="antwoord-02", text="vuurtoren")
    await live.settle()
    assert who_heard(live, "vuurtoren") == sorted(["1", str(other)])
    assert who_heard(live, "tuinkabouter") == [str(number) for number in two]
    room.steer("back")
    await live.settle()
    assert live.screens.shown["1"]["face"]["answers"] == ["tuinkabouter"]


async def test_a_latecomer_shares_the_view_of_the_pair_that_they_joined(room: Room):
    live = Live(room)
    await everybody(live)
    room.steer("next")
    late = room.check_in("Laat")
    await live.open("9", "phone", late)
    three = pair(room, 9)
    assert len(three) == 3
    room.act(late, "tell", "interview", id="antwoord-01", text="tuinkabouter")
    await live.settle()
    assert who_heard(live, "tuinkabouter") == [str(number) for number in three]
    names = {live.screens.shown[str(number)]["me"]["name"] for number in three}
    for number in three:
        me = live.screens.shown[str(number)]["me"]
        assert {me["name"], *me["partners"]} == names


async def test_whoever_is_left_behind_sees_what_those_see_whom_they_joined(room: Room):
    live = Live(room)
    await everybody(live)
    room.steer("next")
    left = next(number for number in pair(room, 1) if number != 1)
    goes_home(room, 1)
    await live.settle()
    three = pair(room, left)
    assert len(three) == 3
    assert 1 not in three
    room.act(room.visitors[left - 1], "tell", "interview", id="antwoord-01", text="vuurtoren")
    await live.settle()
    assert who_heard(live, "vuurtoren") == [str(number) for number in three]


async def test_a_thought_reaches_nobody_but_whoever_had_it(room: Room):
    live = Live(room)
    await everybody(live)
    room.steer("next")
    room.act(room.visitors[2], "think", "interview", id="gedachte-01", text="heimwee")
    await live.settle()
    assert who_heard(live, "heimwee") == ["3"]
    room.steer("close")
    await live.settle()
    assert "heimwee" not in str(live.screens.shown)


async def test_what_was_sent_equals_what_a_reload_shows(room: Room):
    live, (ann, ben, *_) = Live(room), room.visitors
    screens = {"ann": ("phone", ann), "ben": ("phone", ben)}
    screens |= {"projector": ("projector", None), "tablet": ("tablet", None)}

    def use_cases():
        yield lambda: room.steer("next")
        yield lambda: room.act(ann, "tell", "interview", id="antwoord-01", text="Hij fietst")
        yield lambda: room.check_in("Laat")
        yield lambda: room.act(ben, "think", "interview", id="gedachte-01", text="Stil")
        yield lambda: time_is_up(room)
        yield lambda: room.act(ann, "tell", "interview", id="antwoord-02", text="Zij zwemt")
        yield lambda: grouping.move_to_group(room.facilitator, room.live_session_id, 1, 0, room.now)
        yield lambda: admission.go_home(
            room.facilitator, room.live_session_id, 4, room.now, gone=True
        )
        yield lambda: room.steer("back")
        yield lambda: erasure.erase_self(room.visitors[4], room.now)
        yield lambda: room.steer("next")
        yield lambda: room.steer("next")
        yield lambda: room.steer("close")

    await equals_a_reload(live, screens, use_cases())


async def test_pairs_are_the_same_in_another_process(room: Room):
    live, other = Live(room), Live(room)
    await everybody(live)
    await everybody(other)
    for _ in range(2):
        room.steer("next")
        await live.settle()
        await other.settle()
        for number in range(1, 9):
            here, there = (each.screens.shown[str(number)]["me"] for each in (live, other))
            assert here == there
            assert len(here["partners"]) == 1
