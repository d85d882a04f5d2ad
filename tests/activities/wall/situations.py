"""What can be in the way of a wall, for tests/room/test_obstacle_fixes.py."""

from collections.abc import Callable, Mapping
from typing import Any

from plekberaad_app.core.programme import Step
from tests.rooms import Room, open_room

CLOSING = Step("closing", "welcome", "Slot")


def a_wall(**options: Any) -> Room:
    """In the lobby, with people and no tables."""
    asked = {"question": "Wat mis je hier?"} | options
    room = open_room((Step("wall", "wall", "Muur", asked), CLOSING))
    room.fill(6)
    return room


def writing(**options: Any) -> Room:
    """The same, while people write."""
    room = a_wall(**options)
    room.go_to("wall", "write")
    return room


def no_question() -> Room:
    return a_wall(question="")


def skipped_into_a_wall_without_a_question() -> Room:
    room = open_room((Step("welcome", "welcome", "Welkom"), Step("wall", "wall", "Muur"), CLOSING))
    room.steer("next")
    room.steer("skip")
    return room


def no_tables() -> Room:
    return a_wall(is_per_table=True)


def nobody_wrote() -> Room:
    return writing()


def written_in_private() -> Room:
    room = writing(is_private=True)
    room.act(room.visitors[0], "add_note", "wall", id="briefje-01", text="Een bank")
    return room


SITUATIONS: Mapping[Callable[[], Room], str] = {
    no_question: "wall.no_question",
    skipped_into_a_wall_without_a_question: "wall.no_question",
    no_tables: "wall.no_tables",
    nobody_wrote: "wall.nothing_yet",
    written_in_private: "wall.open_first",
}
