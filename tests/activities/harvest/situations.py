"""What can be in the way of a harvest."""

from collections.abc import Callable, Mapping

from plekberaad_app.core.programme import Step
from tests.rooms import Room, open_room

WALL = Step("wall", "wall", "Muur", {"question": "Wat mis je?"})
HARVEST = Step("harvest", "harvest", "Oogst")
CLOSING = Step("closing", "closing", "Slot")


def without_tables() -> Room:
    room = open_room((HARVEST, CLOSING))
    room.fill(6)
    return room


def at_tables(tables: int) -> Room:
    room = open_room((WALL, HARVEST, CLOSING))
    room.fill(6)
    room.seat(tables)
    room.go_to("wall", "write")
    for number, visitor in enumerate(room.visitors):
        room.act(visitor, "add_note", "wall", id=f"briefje-{number}", text=f"Idee {number}")
    room.go_to("harvest", "choose")
    return room


def one_table_silent() -> Room:
    return at_tables(1)


def two_tables_silent() -> Room:
    return at_tables(2)


def nothing_to_tell() -> Room:
    room = at_tables(1)
    room.steer("next")
    return room


SITUATIONS: Mapping[Callable[[], Room], str] = {
    without_tables: "harvest.no_tables",
    one_table_silent: "harvest.table_silent",
    two_tables_silent: "harvest.tables_silent",
    nothing_to_tell: "harvest.nothing",
}
