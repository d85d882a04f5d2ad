"""In an evening in which a facilitator reads first, what people write waits for them."""

import pytest

from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.pending_review import APPROVAL, held, wait_for_approval
from plekberaad_app.room import acts
from plekberaad_app.room.projections import phone, projector, tablet
from tests.casting import NOW
from tests.room.test_pending_review import IDEA, author, own_note, room, wall
from tests.rooms import Room

__all__ = ["author", "room"]


@pytest.fixture(autouse=True)
def reading_first(room: Room) -> None:
    room.steer("approve_on")


def test_nobody_but_the_facilitator_reads_it_and_the_author_hears_why(room, author):
    room.act(author, "add_idea", id=IDEA, text="Een bankje")
    assert (wall(room, projector), wall(room, phone)) == ([], [])
    (waiting,) = wall(room, tablet)
    assert (waiting["hidden"], waiting["held"]) == (True, APPROVAL)
    assert own_note(room, author)["held"] == APPROVAL


def test_let_through_it_hangs_until_its_words_change(room, author):
    room.act(author, "add_idea", id=IDEA, text="Een bankje")
    acts.hide(room.facilitator, room.live_session_id, IDEA, False)
    assert [note["text"] for note in wall(room, projector)] == ["Een bankje"]
    room.act(author, "change_idea", id=IDEA, text="Twee bankjes")
    assert wall(room, projector) == []


def test_switched_off_new_words_hang_at_once_and_the_old_ones_still_wait(room, author):
    room.act(author, "add_idea", id=IDEA, text="Een bankje")
    room.steer("approve_off")
    room.act(author, "add_idea", id="idee-0002", text="Een boom")
    assert [note["text"] for note in wall(room, projector)] == ["Een boom"]


def item(text: str, **payload: str) -> Contribution:
    return Contribution(
        id=IDEA,
        step_id="carousel",
        round=1,
        phase="ideas",
        table=1,
        challenge_id="",
        author="somebody",
        kind="idea",
        payload={"text": text, **payload},
        created_at=NOW,
    )


def test_the_same_words_keep_what_was_decided():
    let_through = item("Een bankje")
    marked = item("Een bankje", mark="1")
    assert held(wait_for_approval(marked, let_through, ["text"])) == ""


def test_what_has_no_words_waits_for_nobody():
    assert wait_for_approval(item(""), None, ["text"]) == item("")
