"""A room sends each screen what it may see, and what was sent equals what a reload shows."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.platform.database import live_sessions, programmes
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.room import acts, challenges, erasure, projector_display
from tests.casting import NOW
from tests.live.watching import (
    Live,
    by_role,
    equals_a_reload,
    keep_time,
    only_our_houses,
    unlock,
    wall,
)
from tests.rooms import Room, room_in_ideas

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


@pytest.fixture
def time_of_day(room, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every screen it is as late as in the room: it stands still until a test moves it."""
    keep_time(monkeypatch, room)


def take_turn(room: Room, round_number: int, table: int, visitor: Any) -> None:
    number = room.visitors.index(visitor) + 1
    challenges.replace_owner(
        room.facilitator, room.live_session_id, round_number, table, number, room.now
    )


def first_choice(room: Room) -> str:
    here = running(room.look(), room.now)
    assert here
    return here[0].face(here[1], Audience("phone")).view.choices[0].id


async def test_an_idea_is_on_the_screens_of_its_table_on_projector_and_tablet(room):
    live = Live(room)
    _, thinkers = by_role(room, 1)
    _, elsewhere = by_role(room, 2)
    author = await live.open("author", "phone", thinkers[0])
    neighbour = await live.open("neighbour", "phone", thinkers[1])
    other_table = await live.open("other", "phone", elsewhere[0])
    projector = await live.open("projector", "projector")
    tablet = await live.open("tablet", "tablet")
    room.act(thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    for screen in (author, neighbour, projector, tablet):
        assert wall(screen) == ["Een bankje"]
    assert wall(other_table) == []
    assert author["stored"] == ["idee-0001"]
    assert neighbour["stored"] == []


async def test_what_was_sent_equals_what_a_reload_shows(room, time_of_day):
    room.steer("back")
    owner, thinkers = by_role(room, 1)
    screens = {
        "thinker": ("phone", thinkers[0]),
        "owner": ("phone", owner),
        "projector": ("projector", None),
        "tablet": ("tablet", None),
    }

    def use_cases():
        yield lambda: room.act(thinkers[0], "ask_question", id="vraag-0001", text="Hoe groot?")
        yield lambda: room.act(owner, "tick_question", id="vraag-0001", on=True)
        yield lambda: acts.hide(room.facilitator, room.live_session_id, "vraag-0001", True)
        yield lambda: room.act(thinkers[0], "take_back_question", id="vraag-0001")
        yield lambda: room.steer("next")
        yield lambda: room.act(thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
        yield lambda: room.act(thinkers[1], "add_idea", id="idee-0002", text="Een boom")
        yield lambda: room.act(thinkers[0], "change_idea", id="idee-0001", text="Twee bankjes")
        yield lambda: acts.hide(room.facilitator, room.live_session_id, "idee-0002", True)
        yield lambda: room.steer("pause")
        yield lambda: unlock(room, 1, on=True)
        yield lambda: room.steer("next")
        yield lambda: room.act(thinkers[0], "add_idea", id="idee-0009", text="Meer tijd")
        yield lambda: unlock(room, 1, on=False)
        yield lambda: room.act(owner, "mark_idea", id="idee-0001", on=True)
        yield lambda: room.act(owner, "ask_clarification", id="idee-0001", on=True)
        yield lambda: acts.hide(room.facilitator, room.live_session_id, "idee-0002", False)
        yield lambda: room.act(thinkers[1], "take_back_idea", id="idee-0002")
        yield lambda: room.check_in("Laat")
        yield lambda: take_turn(room, 2, 1, thinkers[-1])
        yield lambda: room.go_to("carousel", "ideas", 2)
        yield lambda: room.act(thinkers[0], "add_idea", round=2, id="idee-0003", text="Water")
        yield lambda: room.go_to("voting")
        yield lambda: room.act(
            thinkers[0], "vote", step="voting", id="stem-0001", choice=first_choice(room)
        )
        yield lambda: room.act(
            thinkers[0], "retract", step="voting", id="terug-0001", choice=first_choice(room)
        )
        yield lambda: room.act(
            thinkers[0], "vote", step="voting", id="stem-0002", choice=first_choice(room)
        )
        yield lambda: room.act_on_tablet("tell", {"left": 3}, step="voting")
        yield lambda: room.steer("next")
        yield lambda: room.act_on_tablet("tell", {"left": 0}, step="voting")
        yield lambda: room.steer("close")

    await equals_a_reload(Live(room), screens, use_cases())


async def test_in_a_pause_the_tablet_sees_the_rest_of_the_evening_come_later(room, time_of_day):
    """Nothing is stored meanwhile: the time of day alone moves."""
    live = Live(room)
    tablet = await live.open("tablet", "tablet")
    phone = await live.open("phone", "phone", room.visitors[0])
    room.steer("pause")
    await live.settle()
    before, heard = dict(tablet), list(live.screens.heard["phone"])
    room.wait(minutes=7)
    await live.look_anew()
    assert tablet["controls"]["minutes_behind"] == before["controls"]["minutes_behind"] + 7
    assert tablet["programme"][0] == before["programme"][0]
    assert _minutes(tablet["programme"][2]) - _minutes(before["programme"][2]) == 7
    assert live.screens.heard["phone"] == heard
    assert phone["clock"]["is_paused"]


@pytest.mark.parametrize("ideas_come_in", [False, True])
async def test_the_light_on_a_note_goes_out_on_the_screens_though_nothing_is_stored(
    room, time_of_day, ideas_come_in
):
    live = Live(room)
    thinker = room.thinkers[0]
    room.act(thinker, "add_idea", id="idee-0001", text="Een bankje")
    projector_display.put_in_light(room.facilitator, room.live_session_id, "idee-0001", room.now)
    projector = await live.open("projector", "projector")
    tablet = await live.open("tablet", "tablet")
    assert projector["screen"]["spotlight"]["text"] == "Een bankje"
    room.wait(minutes=1)
    if ideas_come_in:
        room.act(thinker, "add_idea", id="idee-0002", text="Een boom")
        await live.settle()
    else:
        await live.look_anew()
    assert projector["screen"]["spotlight"]["text"] == ""
    assert tablet["controls"]["spotlight"] == ""


@pytest.mark.parametrize("what", ["changed", "marked", "hidden", "withdrawn"])
async def test_of_an_old_note_that_changes_nothing_travels_but_that_note(room, what):
    live = Live(room)
    owner, (author, *_) = by_role(room, 1)
    for number in range(1, 10):
        room.act(author, "add_idea", id=f"idee-000{number}", text=f"Bankje nummer {number}")
    screens = {"neighbour": ("phone", owner), "projector": ("projector", None)}
    for sid, (screen, visitor) in screens.items():
        await live.open(sid, screen, visitor)
    if what == "changed":
        room.act(author, "change_idea", id="idee-0002", text="Bankje nummer 2 bis")
    elif what == "marked":
        room.steer("next")
        await live.settle()
        room.act(owner, "mark_idea", id="idee-0002", on=True)
    elif what == "hidden":
        acts.hide(room.facilitator, room.live_session_id, "idee-0002", True)
    else:
        room.act(author, "take_back_idea", id="idee-0002")
    before = {sid: len(live.screens.heard[sid]) for sid in screens}
    await live.settle()
    for sid in screens:
        told = "".join(live.screens.heard[sid][before[sid] :])
        assert "idee-0002" in told, sid
        assert not any(f"idee-000{other}" in told for other in (1, 3, 9)), sid


async def test_a_machine_that_joins_another_network_tells_its_new_address(room, monkeypatch):
    live = Live(room)
    keep_time(monkeypatch, room)
    projector = await live.open("projector", "projector")
    common = "plekberaad_app.room.projections.common"
    monkeypatch.setattr(f"{common}.short_address", lambda _settings: "10.1.2.3:8000")
    room.wait(minutes=1)
    room.steer("pause")
    await live.settle()
    assert projector["room"]["join_address"] == "10.1.2.3:8000"


def _minutes(step: Mapping[str, Any]) -> int:
    hours, minutes = step["starts_at"].split(":")
    return int(hours) * 60 + int(minutes)


async def test_a_typed_question_travels_to_its_owner_and_the_tablet_alone(room):
    live = Live(room)
    owner, thinkers = by_role(room, 1)
    author = await live.open("author", "phone", thinkers[0])
    await live.open("owner", "phone", owner)
    await live.open("neighbour", "phone", thinkers[1])
    await live.open("projector", "projector")
    await live.open("tablet", "tablet")
    room.act(thinkers[0], "ask_question", id="vraag-0001", text="xylofoonplein")
    await live.settle()
    heard = {sid for sid, news in live.screens.heard.items() if "xylofoonplein" in "".join(news)}
    assert heard == {"author", "owner", "tablet"}
    assert author["stored"] == ["vraag-0001"]


async def test_an_unlocked_table_keeps_its_phase_and_shows_no_clock_while_the_room_goes_on(room):
    live = Live(room)
    slow = await live.open("slow", "phone", by_role(room, 1)[1][0])
    quick = await live.open("quick", "phone", by_role(room, 2)[1][0])
    projector = await live.open("projector", "projector")
    tablet = await live.open("tablet", "tablet")
    unlock(room, 1, on=True)
    room.steer("next")
    await live.settle()
    assert (slow["stage"]["phase"], slow["stage"]["is_unlocked"]) == ("ideas", True)
    assert (quick["stage"]["phase"], quick["stage"]["is_unlocked"]) == ("review", False)
    assert (slow["clock"]["length"], quick["clock"]["length"] > 0) == (0, True)
    assert projector["screen"]["unlocked"] == [1]
    assert tablet["controls"]["unlocked"] == {"1": "Ideeën"}
    unlock(room, 1, on=False)
    await live.settle()
    assert slow["stage"] == quick["stage"]


async def test_what_a_use_case_of_this_process_told_is_not_read_again(room, monkeypatch):
    live = Live(room)
    _, thinkers = by_role(room, 1)
    projector = await live.open("projector", "projector")
    read = []
    monkeypatch.setattr("plekberaad_app.live.publisher.take", lambda *seen: read.append(seen))
    for number in (1, 2):
        room.act(thinkers[0], "add_idea", id=f"idee-000{number}", text=f"Bankje {number}")
    await live.settle()
    assert wall(projector) == ["Bankje 1", "Bankje 2"]
    assert not read


async def test_while_many_come_in_each_sees_the_room_at_once_and_the_others_hear_of_all_together(
    room, monkeypatch
):
    monkeypatch.setattr("plekberaad_app.live.publisher.REST_SECONDS", 3600)
    live = Live(room)
    tablet = await live.open("tablet", "tablet")
    total = tablet["presence"]["total"]
    for name in ("Laat", "Later"):
        phone = await live.open(name, "phone", room.check_in(name))
        assert (phone["me"]["name"], phone["stage"]["kind"]) == (name, "carousel")
    assert tablet["presence"]["total"] == total
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    assert tablet["presence"]["total"] == total + 2


async def test_who_came_in_while_the_room_rests_is_told_of_when_it_has_rested(room, monkeypatch):
    monkeypatch.setattr("plekberaad_app.live.publisher.REST_SECONDS", 0.05)
    live = Live(room)
    tablet = await live.open("tablet", "tablet")
    total = tablet["presence"]["total"]
    room.check_in("Laat")
    room.check_in("Later")
    await live.settle()
    assert tablet["presence"]["total"] == total + 2


async def test_the_share_of_newcomers_never_travels_to_phone_or_projector(room):
    live = Live(room)
    _, thinkers = by_role(room, 1)
    await live.open("phone", "phone", thinkers[0])
    await live.open("projector", "projector")
    tablet = await live.open("tablet", "tablet")
    room.fill(36)
    await live.settle()
    assert tablet["presence"]["newcomers"] > 0
    for sid in ("phone", "projector"):
        assert not any(
            "newcomer" in heard or "presence" in heard for heard in live.screens.heard[sid]
        )
        assert "roster" not in live.screens.shown[sid]


async def test_private_writing_reaches_nobody_else_before_it_is_revealed(room):
    room = _private_room(room)
    live = Live(room)
    owner, thinkers = by_role(room, 1)
    author = await live.open("author", "phone", thinkers[0])
    for sid, screen, visitor in (
        ("neighbour", "phone", thinkers[1]),
        ("owner", "phone", owner),
        ("projector", "projector", None),
        ("tablet", "tablet", None),
    ):
        await live.open(sid, screen, visitor)
    room.act(thinkers[0], "add_idea", id="idee-0001", text="xylofoonplein")
    await live.settle()
    assert author["mine"] == [{"id": "idee-0001", "round": 1, "text": "xylofoonplein"}]
    assert "ideas" not in author["personal"]
    for sid in ("neighbour", "owner", "projector", "tablet"):
        assert "xylofoonplein" not in "".join(live.screens.heard[sid]), sid
    room.act_on_tablet("reveal", {"round": 1})
    await live.settle()
    assert wall(live.screens.shown["neighbour"]) == ["xylofoonplein"]


def _private_room(room: Room) -> Room:
    with transaction() as db:
        live_sessions.change(db, room.live_session_id, cast=True)
        steps = programmes.steps(db, room.live_session_id)
        private = [
            replace(step, options={**step.options, "is_private": True})
            if step.kind == "carousel"
            else step
            for step in steps
        ]
        programmes.replace_steps(db, room.live_session_id, private)
    return room


@pytest.mark.parametrize("take_along", [True, False])
async def test_who_erases_themself_is_gone_from_every_screen_as_after_a_reload(room, take_along):
    live = Live(room)
    _, thinkers = by_role(room, 1)
    screens = {"projector": None, "tablet": None, "author": thinkers[0], "neighbour": thinkers[1]}
    for sid, visitor in screens.items():
        await live.open(sid, sid if visitor is None else "phone", visitor)
    room.act(thinkers[0], "add_idea", id="idee-0001", text="xylofoonplein")
    room.act(thinkers[1], "add_idea", id="idee-0002", text="Een bankje")
    await live.settle()
    name = live.screens.shown["author"]["me"]["name"]
    total = live.screens.shown["tablet"]["presence"]["total"]
    erasure.erase_self(thinkers[0], room.now, take_along=take_along)
    await live.settle()
    shown = live.screens.shown
    kept = ["Een bankje"] if take_along else ["xylofoonplein", "Een bankje"]
    assert wall(shown["projector"]) == wall(shown["neighbour"]) == wall(shown["tablet"]) == kept
    assert not shown["author"]["me"]["has_joined"]
    assert (shown["author"]["mine"], shown["author"]["stored"]) == ([], [])
    assert shown["tablet"]["presence"]["total"] == total - 1
    for sid in screens:
        assert f"'{name}'" not in repr(shown[sid])
    for sid, visitor in screens.items():
        again = await live.open(f"{sid} again", sid if visitor is None else "phone", visitor)
        assert {**again, "clock": 0} == {**shown[sid], "clock": 0}


@memoized(1000)
def asked_of(_thing: object) -> object:
    """Another answer each time it is really asked."""
    return object()


async def test_who_erases_themself_is_not_remembered_but_who_comes_in_costs_nobody_anything(room):
    live = Live(room)
    await live.open("projector", "projector")
    thing = object()
    before = asked_of(thing)
    room.check_in("Sam")
    await live.settle()
    assert asked_of(thing) is before
    erasure.erase_self(room.visitors[-1], room.now, take_along=False)
    await live.settle()
    assert asked_of(thing) is not before


async def test_a_room_that_ends_is_not_remembered(room, monkeypatch):
    monkeypatch.setattr("plekberaad_app.live.publisher.VERSION_CHECK_SECONDS", 0.01)
    live = Live(room)
    await live.open("projector", "projector")
    thing = object()
    before = asked_of(thing)
    live.screens.gone.add("projector")
    await _all_gone(live)
    assert asked_of(thing) is not before


async def test_the_last_screen_that_leaves_closes_the_room(room, monkeypatch):
    monkeypatch.setattr("plekberaad_app.live.publisher.VERSION_CHECK_SECONDS", 0.01)
    live = Live(room)
    await live.open("projector", "projector")
    live.screens.gone.add("projector")
    await _all_gone(live)
    assert live.house.counts() == {"rooms": 0, "screens": 0, "publishers": 0}


async def test_screens_of_a_deleted_evening_say_so_and_leave_the_room(room, monkeypatch):
    monkeypatch.setattr("plekberaad_app.live.publisher.VERSION_CHECK_SECONDS", 0.01)
    live = Live(room)
    _, thinkers = by_role(room, 1)
    await live.open("phone", "phone", thinkers[0])
    await live.open("projector", "projector")
    room.steer("close")
    library_evenings.delete(room.facilitator, room.live_session_id)
    await _all_gone(live)
    for sid in ("phone", "projector"):
        assert live.screens.shown[sid]["stage"]["status"] == "unknown"
    assert not any(live.screens.topics.values())


async def test_after_a_failed_publish_every_screen_gets_all_of_it(room, monkeypatch):
    live = Live(room)
    _, thinkers = by_role(room, 1)
    author = await live.open("author", "phone", thinkers[0])
    projector = await live.open("projector", "projector")
    send_to, broken = live.screens.send_to, [True, True]

    def send_badly(*args):
        if broken:
            broken.pop()
            raise OSError
        send_to(*args)

    monkeypatch.setattr(live.screens, "send_to", send_badly)
    room.act(thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    for _ in range(3):
        await live.look_anew()
    assert not broken
    assert author["stored"] == ["idee-0001"]
    assert wall(author) == wall(projector) == ["Een bankje"]


async def test_a_publisher_that_died_is_replaced_and_every_screen_gets_all_of_it(room, monkeypatch):
    monkeypatch.setattr("plekberaad_app.live.registry.RESTART_SECONDS", 0.01)
    monkeypatch.setattr("plekberaad_app.live.publisher.VERSION_CHECK_SECONDS", 0.01)
    live = Live(room)
    _, thinkers = by_role(room, 1)
    await live.open("author", "phone", thinkers[0])
    projector = await live.open("projector", "projector")
    is_connected, broken = live.screens.is_connected, [True, True]

    def fail(sid):
        if broken:
            broken.pop()
            raise OSError
        return is_connected(sid)

    monkeypatch.setattr(live.screens, "is_connected", fail)
    live.screens.shown["projector"].clear()
    await live.look_anew()
    room.act(thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    async with asyncio.timeout(5):
        while broken or wall(projector) != ["Een bankje"]:
            await asyncio.sleep(0.01)
    assert projector["room"]["title"]
    assert live.house.counts() == {"rooms": 1, "screens": 2, "publishers": 1}


async def test_a_clock_that_cannot_move_the_room_does_not_keep_it_busy(room, monkeypatch):
    live = Live(room)
    tries = []

    async def fail(live_session_id):
        tries.append(live_session_id)

    monkeypatch.setattr(live.house, "_on_due", fail)
    with transaction() as db:
        live_sessions.change(db, room.live_session_id)
        long_ago = replace(room.live_session.clock, started_at=NOW - timedelta(days=1))
        live_sessions.save(db, replace(room.live_session, clock=long_ago))
    await live.open("projector", "projector")
    before = len(tries)
    await asyncio.sleep(0.2)
    assert before <= len(tries) <= before + 1


async def _all_gone(live: Live) -> None:
    async with asyncio.timeout(5):
        while any(live.house.counts().values()):
            await asyncio.sleep(0.01)


async def test_when_the_machine_s_clock_is_set_every_screen_hears_anew_what_time_is_left(room):
    live = Live(room)
    _, thinkers = by_role(room, 1)
    await live.open("phone", "phone", thinkers[0])
    await live.open("projector", "projector")
    screens = live.screens.heard
    before = {sid: len(heard) for sid, heard in screens.items()}
    clock = live.house._rooms[room.live_session_id].wall_clock
    clock.wall = lambda: time.time() + 5
    await live.look_anew()
    for sid, heard in screens.items():
        assert any("'clock'" in each for each in heard[before[sid] :])
    told = {sid: len(heard) for sid, heard in screens.items()}
    await live.settle()
    assert told == {sid: len(heard) for sid, heard in screens.items()}


async def test_an_onlooker_sees_what_a_thinker_sees_and_is_nobody(room):
    live = Live(room)
    seen = await live.look_along()
    beside = by_role(room, seen["me"]["sits_at"])[1][0]
    theirs = await live.open("phone", "phone", beside)
    for name in ("stage", "face", "room"):
        assert seen[name] == theirs[name]
    assert (seen["me"]["role"], seen["me"]["has_joined"]) == ("thinker", False)
    assert (seen["me"]["name"], seen["me"]["number"]) == ("", 0)
    room.act(beside, "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    assert [note["text"] for note in theirs["mine"]] == ["Een bankje"]
    assert (seen["mine"], seen["stored"]) == ([], [])
    assert len(room.look().people) == len(room.visitors)


async def test_an_onlooker_goes_along_with_the_room_and_holds_a_ballot_of_nobody(room):
    live = Live(room)
    seen = await live.look_along()
    room.go_to("voting")
    await live.settle()
    assert (seen["stage"]["kind"], seen["personal"]) == (
        "voting",
        {"spent": {}, "left": 2, "as_of": ""},
    )
    room.steer("close")
    await live.settle()
    assert seen["stage"]["status"] == "closed"


async def test_own_ideas_stay_on_the_phone_in_later_steps_and_after_closing(room):
    live = Live(room)
    author, other = by_role(room, 1)[1][:2]
    shown, others = await live.open("phone", "phone", author), await live.open("b", "phone", other)
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    assert shown["earlier"] == []
    about = {"step_id": "carousel", "kind": "carousel"}
    mine = [{"id": "idee-0001", "round": 1, "text": "Een bankje", **about}]
    room.go_to("voting")
    await live.settle()
    assert (shown["mine"], shown["earlier"], others["earlier"]) == ([], mine, [])
    room.steer("close")
    await live.settle()
    assert (shown["earlier"], others["earlier"]) == (mine, [])


async def test_a_phone_takes_home_its_own_ideas_once_the_evening_has_closed_and_a_guest_nothing(
    room,
):
    live = Live(room)
    owner, (author, *_) = by_role(room, 1)
    shown = await live.open("phone", "phone", author)
    owners, guest = await live.open("o", "phone", owner), await live.open("guest", "phone")
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    assert not shown["home"]["was_there"]
    room.steer("close")
    await live.settle()
    assert [idea["text"] for idea in shown["home"]["ideas"]] == ["Een bankje"]
    assert shown["home"]["wishes"] == []
    assert [wish["ideas"] for wish in owners["home"]["wishes"]] == [["Een bankje"]]
    assert not guest["home"]["was_there"]


async def test_an_idea_that_is_taken_back_in_a_later_step_is_gone_from_the_phone(room):
    live = Live(room)
    author = by_role(room, 1)[1][0]
    shown = await live.open("phone", "phone", author)
    room.act(author, "add_idea", id="idee-0001", text="Een bankje")
    room.go_to("voting")
    room.act(author, "take_back_idea", id="idee-0001")
    await live.settle()
    assert shown["earlier"] == []
