"""Undoing one's own edits of a programme, beside a colleague who edits it too."""

from dataclasses import replace

import pytest

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import Status
from plekberaad_app.core.programme import Position
from plekberaad_app.platform.database import (
    contributions,
    live_sessions,
    programme_changes,
    programmes,
)
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import programme_edits, programme_writing
from plekberaad_app.room.step_words import Told
from tests.casting import own_settings, quick_hashes
from tests.rooms import Room, open_room

__all__ = ["own_settings", "quick_hashes"]

pytestmark = pytest.mark.usefixtures("own_settings", "quick_hashes")


@pytest.fixture
def room(store, own_settings, quick_hashes) -> Room:
    return open_room()


@pytest.fixture
def bea(room: Room) -> Facilitator:
    """A colleague, at another desk."""
    return replace(room.facilitator, name="Bea", id="bea")


def titles(room: Room) -> list[str]:
    return [step.title for step in room.look().steps]


def rename(room: Room, index: int, title: str, who: Facilitator | None = None) -> None:
    step = room.look().steps[index]
    programme_edits.edit_step(
        who or room.facilitator, room.live_session_id, step.id, told=Told(title=title)
    )


def undo(room: Room, who: Facilitator | None = None) -> None:
    programme_writing.undo(who or room.facilitator, room.live_session_id)


def redo(room: Room, who: Facilitator | None = None) -> None:
    programme_writing.redo(who or room.facilitator, room.live_session_id)


def can(room: Room) -> tuple[bool, bool]:
    return programme_writing.undoable(room.facilitator, room.live_session_id)


def test_thirty_edits_are_undone_and_done_again_one_by_one(room: Room):
    seen = [titles(room)]
    for number in range(30):
        rename(room, number % 2, f"Naam {number}")
        seen.append(titles(room))
    for before in reversed(seen[:-1]):
        undo(room)
        assert titles(room) == before
    assert can(room) == (False, True)
    for after in seen[1:]:
        redo(room)
        assert titles(room) == after
    assert can(room) == (True, False)


def test_every_kind_of_edit_is_undone(room: Room):
    who, evening = room.facilitator, room.live_session_id
    first, second = (step.id for step in room.look().steps[:2])
    before = room.look().steps
    for edit in (
        lambda: programme_edits.add_step(who, evening, "voting", "Nog een stemming"),
        lambda: programme_edits.remove_step(who, evening, second),
        lambda: programme_edits.move_step(who, evening, first, 2),
        lambda: programme_edits.edit_step(
            who, evening, second, told=Told(title="Anders"), minutes=55
        ),
        lambda: programme_edits.set_options(who, evening, second, {"rounds": 1}),
    ):
        edit()
        assert room.look().steps != before
        undo(room)
        assert room.look().steps == before


def test_an_edit_that_changes_nothing_is_none_to_undo(room: Room):
    rename(room, 0, titles(room)[0])
    assert can(room) == (False, False)
    for attempt, code in ((undo, "nothing_to_undo"), (redo, "nothing_to_redo")):
        with pytest.raises(NotAllowed, match=code):
            attempt(room)


def test_after_a_new_edit_what_was_undone_is_gone(room: Room):
    rename(room, 0, "Een")
    undo(room)
    rename(room, 0, "Twee")
    assert can(room) == (True, False)


def test_each_undoes_their_own_edits_and_the_other_keeps_theirs(room: Room, bea: Facilitator):
    before = titles(room)
    rename(room, 0, "Van Anna")
    rename(room, 1, "Van Bea", bea)
    undo(room)
    assert titles(room)[:2] == [before[0], "Van Bea"]
    undo(room, bea)
    assert titles(room) == before


def test_what_another_changed_since_is_not_overwritten(room: Room, bea: Facilitator):
    rename(room, 0, "Van Anna")
    rename(room, 0, "Van Bea", bea)
    with pytest.raises(NotAllowed, match="programme_changed_since"):
        undo(room)
    assert titles(room)[0] == "Van Bea"
    undo(room, bea)
    undo(room)
    with pytest.raises(NotAllowed, match="nothing_to_undo"):
        undo(room)


def test_what_the_room_has_reached_stays_as_it_is(room: Room):
    first = room.look().steps[0]
    programme_edits.edit_step(room.facilitator, room.live_session_id, first.id, minutes=23)
    rename(room, 0, "Andere naam")
    with transaction() as db:
        now = live_sessions.get(db, room.live_session_id)
        live_sessions.save(db, replace(now, status=Status.RUNNING, position=Position(0)))
    undo(room)
    assert titles(room)[0] == first.title
    with pytest.raises(NotAllowed, match="step_begun"):
        undo(room)


def test_a_step_in_which_somebody_wrote_is_not_undone_away(room: Room, monkeypatch):
    who, evening = room.facilitator, room.live_session_id
    added = programme_edits.add_step(who, evening, "wall", "Muur")
    monkeypatch.setattr(contributions, "has_any", lambda _db, _evening, step_id: step_id == added)
    with pytest.raises(NotAllowed, match="step_begun"):
        undo(room)
    assert room.look().steps[-1].id == added


def test_after_closing_nothing_is_undone_and_the_edits_go(room: Room):
    rename(room, 0, "Een")
    with transaction() as db:
        now = live_sessions.get(db, room.live_session_id)
        live_sessions.save(db, replace(now, status=Status.CLOSED))
    with pytest.raises(NotAllowed, match="evening_closed"):
        undo(room)
    with transaction() as db:
        assert programme_changes.drop_of_closed(db) == 1
    assert can(room) == (False, False)


def test_of_many_edits_the_last_fifty_are_kept(room: Room):
    for number in range(programme_changes.MAX_KEPT + 3):
        rename(room, 0, f"Naam {number}")
    for _ in range(programme_changes.MAX_KEPT):
        undo(room)
    assert titles(room)[0] == "Naam 2"
    assert can(room) == (False, True)


def test_another_library_undoes_nothing(room: Room, bea: Facilitator):
    rename(room, 0, "Een")
    stranger = replace(bea, library_id="De Eik")
    for attempt in (undo, redo):
        with pytest.raises(NotAllowed, match="not_your_library"):
            attempt(room, stranger)


def test_a_step_that_was_deleted_comes_back_with_all_that_was_set(room: Room):
    step = room.look().steps[1]
    programme_edits.remove_step(room.facilitator, room.live_session_id, step.id)
    undo(room)
    with reading() as db:
        assert programmes.steps(db, room.live_session_id)[1] == step
