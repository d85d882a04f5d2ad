"""Screens are told where somebody is writing: soon, seldom, and never of whom."""

import asyncio
from typing import Any

import pytest

from plekberaad_app.live import writers, writing
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.room import admission
from tests.live.test_bus import until
from tests.live.watching import Live, by_role, only_our_houses, unlock
from tests.rooms import Room, room_in_ideas

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")

TOLD_EVERY = 0.03


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits a second here."""
    monkeypatch.setattr(writing, "TOLD_EVERY_SECONDS", TOLD_EVERY)
    monkeypatch.setattr(writers, "LINGERS_SECONDS", 0.0)


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


class Table:
    """The first table with the screens that may hear of it."""

    def __init__(self, room: Room) -> None:
        self.live, self.room = Live(room), room
        self.owner, self.thinkers = by_role(room, 1)
        self.screens: dict[str, dict[str, Any]] = {}

    async def open(self) -> "Table":
        for sid, visitor in zip("abc", self.thinkers, strict=False):
            await self.phone(sid, visitor)
        await self.phone("owner", self.owner)
        await self.phone("elsewhere", by_role(self.room, 2)[1][0])
        for screen in ("projector", "tablet"):
            self.screens[screen] = await self.live.open(screen, screen)
        return self

    async def phone(self, sid: str, visitor: Any) -> dict[str, Any]:
        self.screens[sid] = await self.live.open(sid, "phone", visitor)
        return self.screens[sid]

    def write(self, sid: str, *said: Any) -> None:
        self.live.house.hear_writing(sid, said or ("carousel", "add_idea", True))

    def stop(self, sid: str) -> None:
        self.write(sid, "carousel", "add_idea", False)

    async def told(self, **shown: Any) -> None:
        """Wait until these screens show this."""
        await until(lambda: {sid: self._of(sid) for sid in shown} == shown)

    async def quiet(self) -> None:
        """Long enough for anything to be told that there is to tell."""
        await asyncio.sleep(3 * TOLD_EVERY)

    def heard(self, sid: str) -> int:
        """How often this screen was told how many write."""
        return sum("writ" in said for said in self.live.screens.heard[sid])

    def _of(self, sid: str) -> Any:
        name = "writing_tables" if sid in ("projector", "tablet") else "writers"
        return self.screens[sid][name]


@pytest.fixture
async def table(room, only_our_houses) -> Table:
    return await Table(room).open()


async def test_phones_of_the_table_hear_how_many_and_the_large_screens_where(table: Table):
    table.write("a")
    await table.told(a=1, b=1, owner=1, elsewhere=0, projector=[1], tablet=[1])
    table.write("b")
    await table.told(a=2, owner=2, elsewhere=0, projector=[1], tablet=[1])
    table.stop("a")
    table.stop("b")
    await table.told(a=0, b=0, owner=0, projector=[], tablet=[])


async def test_a_screen_that_comes_in_is_told_what_the_others_were(table: Table):
    table.write("a")
    await table.told(b=1)
    again = await table.phone("again", table.thinkers[1])
    assert again["writers"] == 1
    for screen in ("projector", "tablet"):
        assert (await table.live.open(f"{screen}-again", screen))["writing_tables"] == [1]


async def test_a_screen_that_comes_in_between_two_tellings_hears_the_next(table: Table):
    table.write("a")
    await table.told(b=1)
    table.write("b")
    again = await table.phone("again", table.thinkers[1])
    await table.told(b=2)
    assert again["writers"] == 2


async def test_whoever_is_told_by_the_publisher_that_it_starts_over_still_knows(table: Table):
    table.write("a")
    await table.told(b=1, projector=[1])
    table.screens["b"]["writers"] = table.screens["projector"]["writing_tables"] = "lost"
    table.live.house._rooms[table.room.live_session_id].start_over()
    await table.told(b=1, projector=[1])


async def test_a_flood_is_told_as_seldom_as_anything_else(table: Table):
    before = table.heard("b")
    begun = asyncio.get_running_loop().time()
    while asyncio.get_running_loop().time() - begun < 5 * TOLD_EVERY:
        for sid in "abc":
            table.write(sid)
            table.stop(sid)
        await asyncio.sleep(0)
    spent = asyncio.get_running_loop().time() - begun
    await table.quiet()
    assert table.heard("b") - before <= spent / TOLD_EVERY + 2


async def test_who_goes_on_writing_is_not_told_again_and_again(table: Table):
    table.write("a")
    await table.told(b=1)
    before = table.heard("b")
    for _ in range(5):
        table.write("a")
        await table.quiet()
    assert table.heard("b") == before


async def test_writing_does_not_make_the_publisher_look(table: Table):
    room = table.live.house._rooms[table.room.live_session_id]
    await table.live.settle()
    before = room.snapshot
    table.write("a")
    await table.told(b=1)
    assert room.snapshot is before
    assert not room._wake.is_set()


async def test_two_phones_of_one_person_are_one_writer(table: Table):
    await table.phone("second", table.thinkers[0])
    table.write("a")
    table.write("second")
    await table.told(b=1)
    await table.quiet()
    assert table.screens["b"]["writers"] == 1


async def test_who_lost_the_connection_no_longer_counts(table: Table):
    table.write("a")
    table.write("b")
    await table.told(owner=2)
    table.live.screens.gone.add("a")
    table.write("b")
    await table.told(owner=1)


async def test_who_fell_silent_is_forgotten_without_a_word(table: Table, monkeypatch):
    monkeypatch.setattr(writers, "LASTS_SECONDS", 2 * TOLD_EVERY)
    table.write("a")
    await table.told(b=1, projector=[1])
    await table.told(b=0, projector=[])


async def test_in_the_next_step_nobody_writes_any_more(table: Table):
    table.write("a")
    await table.told(b=1)
    table.room.go_to("voting")
    await table.live.settle()
    await table.told(b=0, tablet=[])


async def test_in_the_next_round_somebody_counts_where_they_sit_then(table: Table):
    table.room.go_to("carousel", "ideas", 2)
    await table.live.settle()
    here = {
        viewer.sid: viewer.audience.table
        for viewer in table.live.house._rooms[table.room.live_session_id].viewers.values()
        if viewer.audience
    }
    table.write("a")
    await table.told(a=1, tablet=[here["a"]])


def go_home(room: Room, number: int) -> None:
    admission.go_home(room.facilitator, room.live_session_id, number, room.now, gone=True)


WRONG: list[tuple[Any, ...]] = [
    ("carousel", "add_idea"),
    ("carousel", "add_idea", True, 2),
    ("carousel", "add_idea", 1),
    ("carousel", "add_idea", "true"),
    ("carousel", "add_idea", True, {"table": 2}),
    ("carousel", "mark_idea", True),
    ("carousel", "vote", True),
    ("voting", "add_idea", True),
    ("elsewhere", "add_idea", True),
    (2, "add_idea", True),
    ({"step": "carousel"},),
    ("carousel", None, True),
    (["carousel", "add_idea", True],),
    (None,),
]


async def test_what_is_no_box_of_this_step_is_ignored(table: Table):
    for said in WRONG:
        table.live.house.hear_writing("a", said)
    table.live.house.hear_writing("a", ())
    await table.quiet()
    assert table.screens["b"]["writers"] == 0


@pytest.mark.parametrize("phase", ["explain", "questions", "review", "next_step"])
async def test_a_box_that_is_closed_in_this_phase_is_ignored(table: Table, phase: str):
    table.room.go_to("carousel", phase, 2)
    await table.live.settle()
    table.write("a")
    await table.quiet()
    assert table.screens["b"]["writers"] == 0
    assert table.screens["projector"]["writing_tables"] == []


async def test_who_listens_in_this_phase_has_no_box_to_write_in(table: Table):
    table.write("owner")
    await table.quiet()
    assert table.screens["a"]["writers"] == 0


async def test_when_the_box_closes_nobody_writes_any_more(table: Table):
    table.write("a")
    await table.told(b=1)
    table.room.go_to("carousel", "review")
    await table.live.settle()
    await table.told(b=0, projector=[])


async def test_at_a_table_with_extra_time_the_box_is_still_open(table: Table):
    unlock(table.room, 1, on=True)
    table.room.go_to("carousel", "review")
    await table.live.settle()
    table.write("a")
    table.write("elsewhere")
    await table.told(b=1, projector=[1])


async def test_nobody_but_a_participant_on_a_phone_writes(table: Table):
    await table.phone("stranger", None)
    await table.live.look_along()
    for sid in ("stranger", "onlooker", "projector", "tablet", "nobody"):
        table.write(sid)
    await table.quiet()
    assert table.screens["b"]["writers"] == 0
    assert table.screens["tablet"]["writing_tables"] == []


async def test_who_went_home_writes_no_more(table: Table):
    number = table.room.visitors.index(table.thinkers[0]) + 1
    go_home(table.room, number)
    await table.live.settle()
    table.write("a")
    await table.quiet()
    assert table.screens["b"]["writers"] == 0


async def test_another_process_says_how_many_write_there(table: Table):
    room = table.room.live_session_id
    table.write("a")
    table.live.house.hear_writers(room, "other", "carousel", {1: 1, 2: 5})
    await table.told(b=2, elsewhere=writers.MAX_TOLD, projector=[1, 2])
    table.live.house.hear_writers(room, "other", "carousel", {})
    await table.told(b=1, elsewhere=0, projector=[1])


async def test_another_process_that_stands_in_another_step_does_not_count(table: Table):
    table.live.house.hear_writers(table.room.live_session_id, "other", "welcome", {1: 2})
    await table.quiet()
    assert table.screens["b"]["writers"] == 0


async def test_other_processes_are_told_what_changed_and_seldom_the_same(table: Table, monkeypatch):
    said: list[tuple[str, str, dict[int, int]]] = []
    room = table.live.house._rooms[table.room.live_session_id]
    monkeypatch.setattr(room, "tell_writers", lambda *what: said.append(what))
    for _ in range(3):
        table.write("a")
        await table.quiet()
    assert said == [(table.room.live_session_id, "carousel", {1: 1})]
    table.stop("a")
    await table.told(b=0)
    await table.quiet()
    assert said[1:] == [(table.room.live_session_id, "carousel", {})]


async def test_at_a_table_with_two_phones_nothing_is_told(room, only_our_houses):
    look = room.look()
    for person in [person for person in look.people if person.table == 1][2:]:
        go_home(room, person.number)
    live = Live(room)
    visitor = room.visitors[next(p.number for p in look.people if p.table == 1) - 1]
    phone = await live.open("a", "phone", visitor)
    tablet = await live.open("tablet", "tablet")
    live.house.hear_writing("a", ("carousel", "add_idea", True))
    await asyncio.sleep(3 * TOLD_EVERY)
    assert (phone["writers"], tablet["writing_tables"]) == (0, [])


async def test_nothing_of_it_comes_into_the_database(table: Table):
    with reading() as db:
        before = list(db.connection().connection.iterdump())  # pyright: ignore[reportAttributeAccessIssue]
    table.write("a")
    await table.told(b=1)
    with reading() as db:
        assert list(db.connection().connection.iterdump()) == before  # pyright: ignore[reportAttributeAccessIssue]


async def test_nothing_of_it_is_logged(table: Table, caplog: pytest.LogCaptureFixture):
    caplog.set_level(0)
    caplog.clear()
    for said in (("carousel", "add_idea", True), *WRONG):
        table.write("a", *said)
    await table.told(b=1)
    assert caplog.records == []
