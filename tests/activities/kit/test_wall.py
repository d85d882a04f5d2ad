"""A wall shows each audience the notes of a round that it may read, and makes them once."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from plekberaad_app.activities.contract.activity import Audience, Note
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.activities.kit.wall import NoteWall
from plekberaad_app.core.contributions import Contribution
from tests.activities.scenes import FACILITATOR, Room, actor_of, person

ANN = person(1, 1, 1)
WALL = NoteWall("note", phase="write", opening="opening")
TABLET, PROJECTOR = Audience("tablet"), Audience("projector")


@dataclass
class Options:
    """Whether notes are private at first."""

    is_private: bool = False


def room() -> Room:
    return Room(activity_of("wall"), (ANN,), options={"question": "Wat?"}, tables=2).begin()


def note(played: Room, note_id: str, number: int = 1, **more: Any) -> Contribution:
    new = contribution(
        played.scene, actor_of(ANN), "note", note_id, {"text": note_id}, number=number, table=1
    )
    made = replace(new, **more)
    played.board = played.board.with_changes([made])
    return made


def shown(played: Room, audience: Audience, *, is_shared: bool = True) -> list[str]:
    return [each.id for each in WALL.hanging(played.scene, audience, is_shared=is_shared)]


def test_each_round_has_a_wall_of_its_own():
    played = room()
    note(played, "note-0001")
    note(played, "note-0002", number=2)
    assert shown(played, PROJECTOR) == ["note-0001"]
    assert [each.id for each in WALL.hanging(played.scene, TABLET, 2, is_shared=True)] == [
        "note-0002"
    ]
    assert [each.id for each in WALL.written(played.scene, 2)] == ["note-0002"]


def test_only_the_tablet_gets_what_is_hidden_and_hears_what_came_from_paper():
    played = room()
    note(played, "note-0001", hidden=True)
    note(played, "note-0002", on_behalf="table")
    (hidden, paper) = WALL.hanging(played.scene, TABLET, is_shared=True)
    assert (hidden.hidden, paper.paper) == (True, True)
    for audience in (PROJECTOR, Audience("phone", 1)):
        (seen,) = WALL.hanging(played.scene, audience, is_shared=True)
        assert seen == Note(id="note-0002", text="note-0002", table=1)


@pytest.mark.parametrize(
    ("table", "found"),
    [(1, ["note-0001"]), (2, ["note-0002"]), (3, []), (None, ["note-0003"])],
)
def test_a_phone_sees_the_notes_of_its_own_table_where_the_wall_is_not_shared(
    table: int | None, found: list[str]
):
    played = room()
    for number, at in enumerate((1, 2, None), start=1):
        note(played, f"note-000{number}", table=at)
    phone = Audience("phone", table)
    assert shown(played, phone, is_shared=False) == found
    assert shown(played, phone) == shown(played, PROJECTOR, is_shared=False)


def test_what_is_private_is_readable_in_the_round_that_was_opened():
    played, private = room(), Options(is_private=True)
    note(played, "note-0001")
    note(played, "note-0002", hidden=True)
    assert WALL.is_readable(played.scene, Options())
    assert WALL.is_secret(played.scene, private)
    assert WALL.readable(played.scene, private) == []
    played.board = played.board.with_changes(WALL.opened(played.scene, FACILITATOR))
    assert [each.id for each in WALL.readable(played.scene, private)] == ["note-0001"]
    assert WALL.is_secret(played.scene, private, 2)
    assert WALL.opened(played.scene, FACILITATOR) == ()


def test_nothing_is_readable_before_the_phase_in_which_it_is_written():
    played = room()
    note(played, "note-0001")
    played.stop_index = -1
    assert WALL.readable(played.scene, Options()) == []


def test_whoever_sees_the_same_is_given_the_same_notes():
    played = room()
    note(played, "note-0001")
    scene = played.scene
    first = WALL.hanging(scene, PROJECTOR, is_shared=True)
    again = WALL.hanging(scene, Audience("phone", 2), is_shared=True)
    assert again is first
    note(played, "note-0002")
    later = WALL.hanging(replace(scene, board=played.board), PROJECTOR, is_shared=True)
    assert later[0] is first[0]
