"""A wall in a whole evening: what every screen is sent, paper, and the demonstration."""

import random

import pytest

from plekberaad_app.activities.contract.demo import Minds
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.activities.wall.demo import notes
from plekberaad_app.room import acts, admission
from tests.activities.wall.situations import writing
from tests.live.watching import Live, equals_a_reload, keep_time, only_our_houses, wall
from tests.ops.demo.test_demonstration import play

__all__ = ["only_our_houses"]

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")


async def test_what_was_sent_equals_what_a_reload_shows(monkeypatch: pytest.MonkeyPatch):
    room = writing(is_private=True)
    keep_time(monkeypatch, room)
    live = Live(room)
    author, reader = room.visitors[:2]
    screens = {
        "author": ("phone", author),
        "reader": ("phone", reader),
        "projector": ("projector", None),
        "tablet": ("tablet", None),
    }

    def use_cases():
        yield lambda: room.act(author, "add_note", "wall", id="briefje-01", text="Een bank")
        yield lambda: room.act(reader, "add_note", "wall", id="briefje-02", text="Een boom")
        yield lambda: room.seat(2)
        yield lambda: room.act_on_tablet("open", {}, "wall")
        yield lambda: room.act(author, "change_note", "wall", id="briefje-01", text="Banken")
        yield lambda: acts.hide(room.facilitator, room.live_session_id, "briefje-02", True)
        yield lambda: room.steer("pause")
        yield lambda: room.steer("next")
        yield lambda: room.act(reader, "take_back_note", "wall", id="briefje-02")
        yield lambda: room.steer("back")
        yield lambda: room.check_in("Laat")
        yield lambda: room.act(author, "add_note", "wall", id="briefje-03", text="Nog iets")

    await equals_a_reload(live, screens, use_cases())
    assert wall(live.screens.shown["reader"]) == ["Banken", "Nog iets"]


def test_paper_is_typed_over_for_a_person_and_taken_back_also_without_tables():
    room = writing()
    wim = admission.add_by_hand(room.facilitator, room.live_session_id, "Wim", "", "", room.now)
    room.act_on_tablet(
        "add_note", {"id": "papier-001", "text": "Licht", "person": wim.number}, "wall"
    )
    room.act_on_tablet("add_note", {"id": "papier-002", "text": "Water"}, "wall")
    assert said(room) == ["Licht", "Water"]
    for paper in ("papier-001", "papier-002"):
        room.act_on_tablet("take_back_note", {"id": paper, "behalf": "author"}, "wall")
    assert said(room) == []


def test_in_the_demonstration_everybody_writes_without_a_refusal():
    room = writing()
    written = play(room, Minds(random.Random(7)))
    assert len(room.visitors) <= written == len(said(room))
    room.steer("next")
    assert play(room, Minds(random.Random(7))) == 0


def test_what_people_write_in_the_demonstration_is_no_two_times_the_same():
    assert len(notes()) == len(set(notes())) == 40


def said(room) -> list[str]:
    here = running(room.look(), room.now)
    assert here
    return [item.payload["text"] for item in here[1].board.of_step("wall", "note")]
