"""The programme as forms have it: of each step what is set, and what it may take up."""

import pytest

from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n.catalogue import text
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


@pytest.mark.usefixtures("sqlite_store")
def test_steps_of_one_kind_differ_by_their_question_and_one_to_come_tells_what_it_lacks():
    steps = (
        Step("welcome", "welcome", "Welkom"),
        Step("first", "poll", "Peiling", {"question": "Hoe kwam je?", "kind": "scale"}),
        Step("second", "poll", "Peiling", {"question": "Wat kiezen we?"}),
    )
    room = open_room(steps)
    cards = programme(room.look(), room.now)
    assert [card.summary for card in cards] == ["", "Hoe kwam je?", "Wat kiezen we?"]
    assert [card.lacks for card in cards] == ["", "", text("error.poll.no_choices")]
