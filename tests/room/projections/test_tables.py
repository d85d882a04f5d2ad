"""The tables on the tablet: who sits where, whatever the running activity says of its own."""

import pytest

from plekberaad_app.activities.contract.activity import Face, Say
from plekberaad_app.activities.welcome.rules import Welcome
from plekberaad_app.room.projections import tablet
from tests.rooms import PROGRAMME, open_room


@pytest.mark.usefixtures("sqlite_store")
def test_an_activity_may_call_anything_its_tables(monkeypatch: pytest.MonkeyPatch):
    shown = Face(Say("welcome.line.all.show"), {"tables": [{"points": 3}]})
    monkeypatch.setattr(Welcome, "face", lambda *_: shown)
    room = open_room(PROGRAMME)
    room.fill(4)
    room.seat(2)
    room.steer("next")
    cards = tablet.shared(room.look(), tablet.AUDIENCE, room.now)["tables"]
    assert [(card.number, card.size) for card in cards] == [(1, 2), (2, 2)]
