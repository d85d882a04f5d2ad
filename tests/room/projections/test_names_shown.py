"""Who gave no name is called by their number, in the same words on every screen."""

import pytest

from plekberaad_app.live.snapshot import take
from plekberaad_app.room.projections import projector, tablet
from tests.casting import NOW
from tests.rooms import Room, open_room

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")


@pytest.fixture
def room() -> Room:
    opened = open_room()
    for _ in range(6):
        opened.check_in("")
    opened.seat(1)
    opened.bring_challenges()
    opened.go_to("carousel", "next_step")
    opened.act_on_tablet("record_next_step", {"table": 1, "what": "Ik bel de school"})
    return opened


def test_an_owner_in_the_bar_and_on_a_first_step(room):
    shown = projector.shared(take(room.live_session_id).evening, projector.AUDIENCE, NOW)
    (owner,), (step,) = shown["face"].owners, shown["next_steps"]
    assert {owner.owner, owner.next_owner} == {"Nummer 1", "Nummer 2"}
    assert step.owner == owner.owner


def test_people_on_the_table_list_and_on_the_roster(room):
    evening = take(room.live_session_id).evening
    seated = projector.shared(evening, projector.AUDIENCE, NOW)["tables"][0].names
    roster = tablet.shared(evening, tablet.AUDIENCE, NOW)["roster"]
    everybody = {f"Nummer {number}" for number in range(1, 7)}
    assert set(seated) == {person.shown for person in roster} == everybody
