"""A poll on real screens: what was sent equals a reload, and no total is sent before its time."""

import pytest

from plekberaad_app.core.programme import Step
from plekberaad_app.platform.database import changes
from plekberaad_app.room import erasure
from tests.live.watching import Live, equals_a_reload, keep_time
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")

QUIZ = {"kind": "quiz", "question": "Hoe oud?", "choices": ["Tien", "Twintig"], "right": 2}
CLOUD = {"kind": "cloud", "question": "Waar denk je aan?", "told_later": True}
SCREENS = ("phone", "projector", "tablet")


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(changes, "_listeners", [])
    programme = (Step("quiz", "poll", "Quiz", QUIZ), Step("cloud", "poll", "Woorden", CLOUD))
    found = open_room((*programme, Step("closing", "welcome", "Slot")))
    found.fill(10)
    found.seat(2)
    keep_time(monkeypatch, found)
    return found


def everybody_chooses(room: Room, choice: str) -> None:
    """So that there are points to tell of each table."""
    for visitor in room.visitors:
        room.act(visitor, "choose", step="quiz", choice=choice)


async def test_what_was_sent_equals_what_a_reload_shows(room: Room):
    live, (ann, ben, *_) = Live(room), room.visitors
    screens = {screen: (screen, ann if screen == "phone" else None) for screen in SCREENS}

    def use_cases():
        yield lambda: room.steer("next")
        yield lambda: room.act(ann, "choose", step="quiz", choice="choice-2")
        yield lambda: room.act(ben, "choose", step="quiz", choice="choice-1")
        yield lambda: room.act(ann, "choose", step="quiz", choice="choice-1")
        yield lambda: everybody_chooses(room, "choice-1")
        yield lambda: room.steer("pause")
        yield lambda: room.check_in("Laat")
        yield lambda: room.act(room.visitors[-1], "choose", step="quiz", choice="choice-2")
        yield lambda: room.steer("next")
        yield lambda: room.steer("back")
        yield lambda: room.act(ann, "choose", step="quiz", choice="choice-2")
        yield lambda: room.go_to("cloud")
        yield lambda: room.act(ann, "say_words", step="cloud", word1="Rust", word2="ann@mail.nl")
        yield lambda: room.act(ben, "say_words", step="cloud", word1="rust", word2="groen")
        yield lambda: room.steer("next")
        yield lambda: room.act_on_tablet("hide_word", {"word": "groen", "on": True}, step="cloud")
        yield lambda: room.act_on_tablet("tell_result", {"on": True}, step="cloud")
        yield lambda: erasure.erase_self(ben, room.now, take_along=True)
        yield lambda: room.steer("close")

    await equals_a_reload(live, screens, use_cases())


async def test_no_screen_ever_hears_a_word_or_the_right_answer_before_the_result(room: Room):
    live, (ann, ben, *_) = Live(room), room.visitors
    for screen in SCREENS:
        await live.open(screen, screen, ben if screen == "phone" else None)
    room.steer("next")
    room.act(ann, "choose", step="quiz", choice="choice-2")
    await live.settle()
    assert "'is_right': True" not in str(live.screens.heard)
    room.go_to("cloud")
    room.act(ann, "say_words", step="cloud", word1="zonnewijzer")
    await live.settle()
    assert live.screens.shown["projector"]["face"]["answered"] == 1
    assert "zonnewijzer" not in str(live.screens.heard)
    room.steer("next")
    await live.settle()
    heard = {screen: "zonnewijzer" in str(live.screens.heard[screen]) for screen in SCREENS}
    assert heard == {"phone": False, "projector": False, "tablet": True}
