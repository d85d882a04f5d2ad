"""The screens of helpers: sent what they may see, and what a reload shows."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from plekberaad_app.core.rights import Role
from plekberaad_app.platform.permissions import Helper, Visitor
from plekberaad_app.room import acts, admission, at_tables, seating, steering, table_acts
from plekberaad_app.room.acts import ActRequest
from plekberaad_app.room.readiness import stop_name
from tests.casting import NOW
from tests.live.watching import Live, equals_a_reload, keep_time, only_our_houses, wall
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")
__all__ = ["only_our_houses"]


@pytest.fixture
def room() -> Room:
    """Ideas at two tables; Ria at the first has no phone."""
    room = open_room()
    room.fill(12)
    room.seat(2)
    room.bring_challenges()
    admission.add_by_hand(room.facilitator, room.live_session_id, "Ria", "", "", room.now)
    seating.move(room.facilitator, room.live_session_id, 13, 1)
    room.go_to("carousel", "ideas")
    return room


def host_of(room: Room, table: int) -> Helper:
    return Helper(f"host-{table}", room.live_session_id, Role.TABLE_HOST, table=table)


def thinkers_at(room: Room, table: int) -> list[Visitor]:
    """The phones at a table of those who bring no wish."""
    look = room.look()
    owners = {challenge.owner.id for challenge in look.challenges}
    found = (each for each in look.people if each.table == table and each.has_phone)
    return [room.visitors[each.number - 1] for each in found if each.id not in owners]


def artist_of(room: Room) -> Helper:
    return Helper("artist", room.live_session_id, Role.ARTIST, step_id="voting")


def typed(room: Room, **payload: Any) -> None:
    request = ActRequest("carousel", 1, "add_idea", payload)
    table_acts.act_at_table(host_of(room, 1), request, room.now)


def everything(room: Room) -> Iterator[Callable[[], Any]]:
    """All that a host, an artist or the tablet sees change."""
    host, thinkers = host_of(room, 1), thinkers_at(room, 1)

    def ready(on: bool) -> None:
        at_tables.be_ready(host, stop_name(room.look()), NOW, on=on)

    def answer(solved: bool) -> None:
        at_tables.answer_call(room.facilitator, room.live_session_id, 1, solved=solved)

    def take_time(on: bool) -> None:
        steering.take_time(host, on, room.live_session.steering, room.now)

    yield lambda: typed(room, id="idee-0001", text="Een bankje")
    yield lambda: typed(room, id="idee-0002", text="Een boom", person=13)
    yield lambda: at_tables.call_for_help(host, NOW, on=True)
    yield lambda: answer(False)
    yield lambda: answer(True)
    yield lambda: at_tables.call_for_help(thinkers[0], NOW, on=True)
    yield lambda: ready(True)
    yield lambda: ready(False)
    for thinker in thinkers:
        item = f"idee-van-{room.visitors.index(thinker):03}"
        yield lambda thinker=thinker, item=item: room.act(thinker, "add_idea", id=item, text="x")
    yield lambda: at_tables.pass_the_word(host, NOW)
    yield lambda: acts.hide(room.facilitator, room.live_session_id, "idee-0001", True)
    yield lambda: ready(True)
    yield lambda: take_time(True)
    yield lambda: room.steer("next")
    yield lambda: take_time(False)
    yield lambda: room.check_in("Laat")
    yield lambda: room.go_to("voting")
    yield lambda: room.steer("close")


async def test_what_was_sent_equals_what_a_reload_shows(room, monkeypatch):
    keep_time(monkeypatch, room)
    screens = {
        "host": ("host", host_of(room, 1)),
        "other": ("host", host_of(room, 2)),
        "artist": ("artist", artist_of(room)),
        "tablet": ("tablet", None),
        "phone": ("phone", thinkers_at(room, 1)[0]),
    }
    await equals_a_reload(Live(room), screens, everything(room))


async def test_a_call_and_its_answer_reach_the_table_and_the_tablet_and_nobody_else(room):
    live = Live(room)
    host = await live.open("host", "host", host_of(room, 1))
    await live.open("other", "host", host_of(room, 2))
    phone = await live.open("phone", "phone", thinkers_at(room, 1)[0])
    await live.open("elsewhere", "phone", thinkers_at(room, 2)[0])
    await live.open("projector", "projector")
    tablet = await live.open("tablet", "tablet")
    heard = {sid: len(live.screens.heard[sid]) for sid in ("other", "elsewhere", "projector")}
    at_tables.call_for_help(host_of(room, 1), NOW, on=True)
    await live.settle()
    assert tablet["at_tables"]["calls"] == [{"table": 1, "is_coming": False}]
    assert host["at_table"]["call"] == phone["at_table"]["call"] == "asked"
    at_tables.answer_call(room.facilitator, room.live_session_id, 1, solved=False)
    await live.settle()
    assert host["at_table"]["call"] == phone["at_table"]["call"] == "coming"
    assert {sid: len(live.screens.heard[sid]) for sid in heard} == heard


async def test_only_the_screen_of_a_table_names_who_wrote_nothing_yet(room):
    live = Live(room)
    host = await live.open("host", "host", host_of(room, 1))
    await live.open("other", "host", host_of(room, 2))
    thinkers = thinkers_at(room, 1)
    await live.open("phone", "phone", thinkers[0])
    await live.open("projector", "projector")
    await live.open("tablet", "tablet")
    people = {each.number: each.name for each in room.look().people}
    numbers = [room.visitors.index(thinker) + 1 for thinker in thinkers]
    for at, thinker in enumerate(thinkers[:3]):
        assert host["host"]["unheard"] == []
        room.act(thinker, "add_idea", id=f"idee-000{at}", text="Een bankje")
        await live.settle()
    named = set(host["host"]["unheard"])
    assert {people[number] for number in numbers[3:]} | {"Ria"} <= named
    assert not named & {people[number] for number in numbers[:3]}
    for sid in ("other", "phone", "projector", "tablet"):
        assert "unheard" not in "".join(live.screens.heard[sid]) or sid == "other"
    assert live.screens.shown["other"]["host"]["unheard"] == []


async def test_a_table_sees_what_a_phone_there_sees_and_no_other_table(room):
    live = Live(room)
    thinkers, elsewhere = thinkers_at(room, 1), thinkers_at(room, 2)
    host = await live.open("host", "host", host_of(room, 1))
    phone = await live.open("phone", "phone", thinkers[0])
    room.act(thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    room.act(elsewhere[0], "add_idea", id="idee-0002", text="zwavelstokje")
    await live.settle()
    assert wall(host) == wall(phone) == ["Een bankje"]
    assert host["face"] == phone["face"]
    told = "".join(live.screens.heard["host"])
    assert "zwavelstokje" not in told
    assert not any(word in told for word in ("habit", "never", "sometimes", "key_hash"))


async def test_an_artist_is_told_when_it_is_their_turn(room):
    live = Live(room)
    artist = await live.open("artist", "artist", artist_of(room))
    assert artist["artist"]["turn"] == "next"
    assert [step["id"] for step in artist["artist"]["steps"] if step["is_own"]] == ["voting"]
    room.go_to("voting")
    await live.settle()
    assert artist["artist"]["turn"] == "now"
    told = "".join(live.screens.heard["artist"])
    assert not any(word in told for word in ("roster", "options", "Mens 1"))
