"""The programme as forms have it: of each step what is set, and what it may take up."""

import pytest

from plekberaad_app.room.projections.controls import programme
from plekberaad_app.room.views.tablet import SourceCard
from tests.rooms import PROGRAMME, open_room


@pytest.mark.usefixtures("sqlite_store")
def test_a_step_may_take_up_what_earlier_steps_bring():
    room = open_room(PROGRAMME)
    cards = programme(room.look(), room.now)
    kinds = [card.kind for card in cards]
    at = kinds.index("carousel")
    brought = SourceCard(cards[at].id, cards[at].title)
    # A welcome and a vote bring nothing; a step takes up nothing of its own or of what comes later.
    for index, card in enumerate(cards):
        assert card.sources == ([brought] if index > at else [])
