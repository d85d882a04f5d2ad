"""A harvest in which people act, after a wall on which they wrote."""

from typing import Any

from plekberaad_app.activities.contract.activity import Audience
from plekberaad_app.activities.harvest.rules import Harvest
from plekberaad_app.activities.harvest.views import PhoneView, ProjectorView, TabletView
from plekberaad_app.activities.wall.rules import Wall
from plekberaad_app.core.people import Challenge
from plekberaad_app.core.programme import Step
from tests.activities.scenes import Room, actor_of, person

WALL = Step("step-wall", "wall", "", {"question": "Wat mis je?"})
PEOPLE = (*(person(number, 1 + number % 2, number) for number in range(1, 7)), person(7, 1, 7))
ONE, TWO = PEOPLE[1], PEOPLE[0]
"""Somebody at table 1, and somebody at table 2."""
NOTES = {1: ("Een bankje", "Meer licht", "Een boom", "Een fontein"), 2: ("Een moestuin",)}


def harvest(**options: Any) -> Room:
    """A harvest that has begun, with what hung on the wall before it."""
    wall = Room(Wall(), PEOPLE, options=dict(WALL.options), tables=2).begin()
    for table, notes in NOTES.items():
        for place, text in enumerate(notes):
            said = {"id": note_id(table, place), "text": text, "round": 1}
            wall.act(actor_of(ONE if table == 1 else TWO), "add_note", **said)
    return Room(
        Harvest(),
        PEOPLE,
        challenges=(Challenge("wish-3", PEOPLE[2], "Een veilig plein"),),
        options=options,
        tables=2,
        steps_before=(WALL,),
        board=wall.board,
    ).begin()


def note_id(table: int, place: int) -> str:
    return f"note-table{table}-{place}"


def phone(room: Room, table: int | None = 1, role: str = "") -> PhoneView:
    return room.activity.face(room.scene, Audience("phone", table, role)).view


def projector(room: Room) -> ProjectorView:
    return room.activity.face(room.scene, Audience("projector")).view


def tablet(room: Room) -> TabletView:
    return room.activity.face(room.scene, Audience("tablet")).view


def texts(shown: Any) -> list[str]:
    return [each.text for each in shown]
