"""A harvest in a whole evening: many phones at once, what is sent, and who is erased."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from plekberaad_app.activities.contract.stage import outcomes_of, running
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.room import erasure
from tests.activities.harvest.situations import at_tables
from tests.live.watching import Live, equals_a_reload, keep_time, only_our_houses
from tests.rooms import Room

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


def harvested(room: Room) -> list[str]:
    here = running(room.look(), room.now)
    assert here
    return [each.text for each in outcomes_of(here[1])]


def puts_forward(room: Room, visitor: Visitor, choice: int) -> bool:
    try:
        room.act(visitor, "put_forward", step="harvest", choice=choice)
    except NotAllowed:
        return False
    return True


def test_six_phones_at_one_table_at_once_put_forward_three():
    room = at_tables(1)
    with ThreadPoolExecutor(6) as phones:
        choices = enumerate(room.visitors, start=1)
        done = list(phones.map(lambda each: puts_forward(room, each[1], each[0]), choices))
    assert sum(done) == 3
    assert len(harvested(room)) == 3


def test_the_note_of_who_erases_themself_with_all_they_wrote_is_gone_from_the_harvest():
    room = at_tables(1)
    author, other = room.visitors[:2]
    for choice in (1, 2):
        room.act(other, "put_forward", step="harvest", choice=choice)
    assert harvested(room) == ["Idee 0", "Idee 1"]
    erasure.erase_self(author, room.now, take_along=True)
    assert harvested(room) == ["Idee 1"]


async def test_what_was_sent_equals_what_a_reload_shows(monkeypatch: pytest.MonkeyPatch):
    room = at_tables(2)
    keep_time(monkeypatch, room)
    live = Live(room)
    first, second = room.visitors[:2]
    screens = {
        "first": ("phone", first),
        "second": ("phone", second),
        "projector": ("projector", None),
        "tablet": ("tablet", None),
    }

    def tell(item: str) -> None:
        room.act_on_tablet("tell_item", {"item": item}, "harvest")

    def use_cases():
        yield lambda: room.act(first, "bring", "harvest", id="nieuw-0001", text="Een bank")
        yield lambda: room.act_on_tablet("sit_out", {}, "harvest")
        yield lambda: room.act(second, "bring", "harvest", id="nieuw-0002", text="Een boom")
        yield lambda: room.steer("next")
        yield lambda: tell("nieuw-0001")
        yield lambda: room.act(second, "give_heart", "harvest", item="nieuw-0001", on=True)
        yield lambda: room.act(first, "take_back_brought", "harvest", id="nieuw-0001")
        yield lambda: tell("")
        yield lambda: room.steer("back")
        yield lambda: room.check_in("Laat")

    await equals_a_reload(live, screens, use_cases())
