"""A poll on real screens: what was sent equals a reload, and no total is sent before its time."""

from typing import Any

import pytest

from plekberaad_app.core.programme import Step
from plekberaad_app.platform.database import changes
from plekberaad_app.room import erasure
from tests.live.test_publisher import Live
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")

QUIZ = {"kind": "quiz", "question": "Hoe oud?", "choices": ["Tien", "Twintig"], "right": 2}
CLOUD = {"kind": "cloud", "question": "Waar denk je aan?", "told_later": True}
SCREENS = ("phone", "projector", "tablet")
VIEWS = ("stage", "face", "personal", "controls")


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(changes, "_listeners", [])
    programme = (Step("quiz", "poll", "Quiz", QUIZ), Step("cloud", "poll", "Woorden", CLOUD))
    found = open_room((*programme, Step("closing", "welcome", "Slot")))
    found.fill(10)
    found.seat(2)
    return found


def seen(shown: dict[str, Any]) -> dict[str, Any]:
    """What a screen shows of the step; a clock goes on by itself."""
    return {name: shown[name] for name in VIEWS if name in shown}


def everybody_chooses(room: Room, choice: str) -> None:
    """So that there are points to tell of each table."""
    for visitor in room.visitors:
        room.act(visitor, "choose", step="quiz", choice=choice)


async def test_what_was_sent_equals_what_a_reload_shows(room: Room):
    live, (ann, ben, *_) = Live(room), room.visitors
    for screen in SCREENS:
        await live.open(screen, screen, ann if screen == "phone" else None)

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

    for number, use_case in enumerate(use_cases()):
        use_case()
        await live.settle()
        for screen in SCREENS:
            visitor = ann if screen == "phone" else None
            fresh = await Live(room).open(screen, screen, visitor)
            assert seen(live.screens.shown[screen]) == seen(fresh), (number, screen)


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
