"""What people write: how much of it, and until when its words can change."""

import pytest

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.kit.contributing import contribution
from plekberaad_app.activities.kit.writing import MAX_WRITTEN, Rewrite, require_space, rewrite
from plekberaad_app.core.errors import NotAllowed
from tests.activities.scenes import Room, actor_of, person

ANN = person(1, 1, 1)
AUTHOR = actor_of(ANN).author


def room(notes: int) -> Room:
    played = Room(activity_of("wall"), (ANN,), options={"question": "Wat?"}, tables=2).begin()
    played.board = played.board.with_changes(
        contribution(played.scene, actor_of(ANN), "note", f"note-{at:04}", {"text": "x"}, table=1)
        for at in range(notes)
    )
    return played


def test_the_last_that_fits_is_the_hundredth_in_a_round_at_a_table():
    require_space(room(MAX_WRITTEN - 1).scene, AUTHOR, "note", 1, 1, "wall.too_many")
    full = room(MAX_WRITTEN).scene
    with pytest.raises(NotAllowed, match=r"wall\.too_many") as refused:
        require_space(full, AUTHOR, "note", 1, 1, "wall.too_many")
    assert refused.value.values == {"most": MAX_WRITTEN}
    for author, kind, number, table in (
        ("somebody else", "note", 1, 1),
        (AUTHOR, "question", 1, 1),
        (AUTHOR, "note", 2, 1),
        (AUTHOR, "note", 1, 2),
    ):
        require_space(full, author, kind, number, table, "wall.too_many")


def test_words_change_until_the_step_is_over():
    played, act = room(1), Rewrite(id="note-0000", text="Een bank")
    (again,) = rewrite(played.scene, act, actor_of(ANN), "note", "wall.words_stand")
    assert again.payload["text"] == "Een bank"
    with pytest.raises(NotAllowed, match=r"wall\.words_stand"):
        rewrite(played.end().scene, act, actor_of(ANN), "note", "wall.words_stand")
