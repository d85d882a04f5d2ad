"""The desk: a form begins a session and leads to its tablet, or says why not."""

import pytest
from reflex_base.event import EventSpec

from plekberaad_app.features.accounts import devices
from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.quick_session.state import QuickSessionState
from plekberaad_app.platform.use_cases import now
from tests.casting import PASSWORD, carry, new_facilitator

pytestmark = pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
FORM = {"id": "een-sessie", "question": "Wat mis je hier?"}


@pytest.fixture
def anna(sqlite_store, own_settings, quick_hashes, monkeypatch):
    made = new_facilitator("Anna", "De Linde")
    token = devices.log_in("Anna", PASSWORD, now())
    carry(monkeypatch, token)
    return made


async def send(state: QuickSessionState, kind: object, form: object):
    return await QuickSessionState.event_handlers["begin"].fn(state, kind, form)


async def test_a_session_that_begins_leads_to_its_tablet(anna):
    answer = await send(QuickSessionState(), "wall", FORM)
    (made,) = library_evenings.list_for(anna)
    assert isinstance(answer, EventSpec)
    assert f"/begeleid/{made.code}" in str([str(value) for _, value in answer.args])


@pytest.mark.parametrize(
    ("kind", "form"),
    [("wall", {"question": ""}), ("dans", FORM), ({"a": 1}, FORM), ("wall", "tekst")],
)
async def test_what_cannot_begin_is_said_beside_its_form(anna, kind, form):
    state = QuickSessionState()
    assert await send(state, kind, form) is None
    assert (state.notice.kind, state.answers) == ("error", str(kind))
    assert state.notice.sentence
    assert library_evenings.list_for(anna) == []


async def test_anyone_who_is_not_logged_in_begins_nothing(anna, monkeypatch):
    carry(monkeypatch, "")
    state = QuickSessionState()
    assert await send(state, "wall", FORM) is None
    assert state.notice.kind == "error"
    assert library_evenings.list_for(anna) == []
