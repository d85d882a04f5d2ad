"""A new activity needs its own parts and a line in each register: one joins the others here."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from plekberaad_app.activities import option_forms
from plekberaad_app.activities.forms import form_number
from plekberaad_app.activities.parsing import StepOptions, read_options
from plekberaad_app.activities.registry import ACTIVITIES
from plekberaad_app.domain.errors import BadInput, NotFound
from plekberaad_app.domain.programme import Step, Stop
from plekberaad_app.pages.tablet.side import side
from plekberaad_app.services import editing_programme, preparing
from plekberaad_app.states import phone as phone_states
from plekberaad_app.states.option_forms import fill_in
from plekberaad_app.states.phone import PhoneState
from plekberaad_app.store.database import open_database
from tests.services.casting import NOWHERE, evening, facilitator, own_settings, quick_hashes

__all__ = ["own_settings", "quick_hashes"]


class TalkOptions(StepOptions):
    turns: int = 3


class Talk:
    """Everyone says something; its rules are of no matter here."""

    kind = "talk"
    kept = frozenset({"say"})
    has_wall = True

    def options(self, raw: Mapping[str, Any]) -> TalkOptions:
        return read_options(TalkOptions, raw)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        return (Stop("talk", timedelta(minutes=5)),)


@pytest.fixture(autouse=True)
def talk(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line in each register."""
    monkeypatch.setitem(ACTIVITIES, "talk", Talk())
    monkeypatch.setitem(
        option_forms.READERS, "talk", lambda form: {"turns": form_number(form, "turns")}
    )


@pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
def test_its_form_is_read_by_its_own_reader():
    anna = facilitator("Anna", "De Linde")
    room = evening(anna)
    editing_programme.add_step(anna, room.id, "talk", "Praten", step_id="talk-step")
    fill_in(anna, room.id, {"step_id": "talk-step", "turns": "5", "rounds": "9"})
    (step,) = preparing.programme(anna, room.code).steps
    assert step.options == {"turns": 5}
    with pytest.raises(BadInput):
        fill_in(anna, room.id, {"step_id": "talk-step", "turns": "veel"})


@pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
def test_an_activity_without_a_reader_has_no_form(monkeypatch: pytest.MonkeyPatch):
    anna = facilitator("Anna", "De Linde")
    room = evening(anna)
    editing_programme.add_step(anna, room.id, "talk", "Praten", step_id="talk-step")
    monkeypatch.delitem(option_forms.READERS, "talk")
    with pytest.raises(NotFound):
        fill_in(anna, room.id, {"step_id": "talk-step", "turns": "5"})


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize(("act", "stays"), [("say", True), ("nod", False)])
async def test_the_phone_keeps_what_it_says_is_kept(
    monkeypatch: pytest.MonkeyPatch, act: str, stays: bool
):
    monkeypatch.setattr(phone_states, "participant_key", lambda _state, _code: "key")
    state: Any = PhoneState()
    state._live_session_id = "evening"
    open_database(NOWHERE)
    await PhoneState.event_handlers["act"].fn(state, "talk-step", 1, act, {"id": "made-here-1"})
    assert (state.refusal.id, state.refusal.stays) == ("made-here-1", stays)


def test_the_tablet_has_its_wall_beside_every_view():
    walls = str(side())
    assert '"talk"' in walls
    assert '"welcome"' not in walls
