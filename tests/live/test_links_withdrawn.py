"""A screen that was opened with a link shows the room until the link is withdrawn."""

import pytest

from plekberaad_app.core.rights import Role
from plekberaad_app.features.helpers import links
from plekberaad_app.features.helpers.model import Wanted
from plekberaad_app.platform import helper_links
from plekberaad_app.platform.permissions import Helper
from tests.casting import NOW
from tests.live.watching import Live, only_our_houses
from tests.rooms import Room, room_in_ideas

pytestmark = pytest.mark.usefixtures("store", "own_settings", "quick_hashes")
__all__ = ["only_our_houses"]


@pytest.fixture
def room() -> Room:
    return room_in_ideas()


def hand_out(room: Room) -> Helper:
    """Somebody who may look along."""
    wanted = [Wanted(Role.OBSERVER)]
    return links.hand_out(room.facilitator, room.live_session_id, wanted, NOW)[0].helper


async def still_good(ids):
    return helper_links.still_good(ids)


async def test_the_screens_of_a_withdrawn_link_say_so_at_once_and_no_others(room):
    live = Live(room)
    live.house._still_good = still_good
    helper, other = hand_out(room), hand_out(room)
    await live.open("observer", "projector", helper)
    await live.open("other", "projector", other)
    projector = await live.open("projector", "projector")
    shown = live.screens.shown
    assert shown["observer"]["stage"] == projector["stage"]
    links.withdraw(room.facilitator, room.live_session_id, helper.id)
    await live.settle()
    assert shown["observer"]["stage"]["status"] == "unknown"
    assert shown["other"]["stage"]["status"] == "running"
    heard = len(live.screens.heard["observer"])
    room.act(room.thinkers[0], "add_idea", id="idee-0001", text="Een bankje")
    await live.settle()
    assert len(live.screens.heard["observer"]) == heard
    assert "Een bankje" in "".join(live.screens.heard["other"])


async def test_whoever_looks_along_is_not_counted_as_a_projector(room):
    live = Live(room)
    await live.open("observer", "projector", hand_out(room))
    tablet = await live.open("tablet", "tablet")
    assert tablet["projectors"] == 0
