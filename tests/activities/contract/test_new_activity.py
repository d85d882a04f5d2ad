"""A new activity is a folder and nothing else: one joins the others here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import reflex as rx

from plekberaad_app.activities.contract.discovery import activities, plan_panels
from plekberaad_app.core.errors import BadInput, NotFound
from plekberaad_app.platform.database.engine import open_database
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.room import programme_edits, programmes
from plekberaad_app.room.option_forms import fill_in
from plekberaad_app.room.phone import state as phone_states
from plekberaad_app.room.phone.state import PhoneState
from plekberaad_app.room.tablet.note_tools import more_tools
from plekberaad_app.room.tablet.screen import SCREEN
from plekberaad_app.room.tablet.side import side
from plekberaad_app.room.views.common import NoteView, RoomView
from tests.activities.folders import with_folder
from tests.casting import NOWHERE, evening, new_facilitator

RULES = """
from datetime import timedelta

from plekberaad_app.activities.contract.activity import Activity
from plekberaad_app.activities.contract.capabilities import HasWall, Writes, WritingActs
from plekberaad_app.activities.contract.parsing import StepOptions
from plekberaad_app.core.programme import Stop


class Options(StepOptions):
    turns: int = 3


class Rules(HasWall, Writes, Activity):
    Options = Options
    boxes = {"say": "word"}
    writing_acts = WritingActs(change="reword", take_back="unsay")

    def stops(self, step):
        return (Stop("talk", timedelta(minutes=5)),)
"""
NOTE = rx.Var("that_note", _var_type=NoteView).to(NoteView)
FORM = """
from plekberaad_app.activities.contract.manifest import OptionForm
from plekberaad_app.core.form_values import form_number

FORM = OptionForm(fields=len, read=lambda form: {"turns": form_number(form, "turns")})
"""


@pytest.fixture(autouse=True)
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder in which everyone says something; its rules are of no matter here."""
    with with_folder(tmp_path_factory.mktemp("home"), "talk", rules=RULES, form=FORM):
        yield


@pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
def test_its_form_is_read_by_its_own_reader():
    anna = new_facilitator("Anna", "De Linde")
    room = evening(anna)
    programme_edits.add_step(anna, room.id, "talk", "Praten", step_id="talk-step")
    fill_in(anna, room.id, {"step_id": "talk-step", "turns": "5", "rounds": "9"})
    (step,) = programmes.programme(anna, room.code).steps
    assert step.options == {"turns": 5}
    with pytest.raises(BadInput):
        fill_in(anna, room.id, {"step_id": "talk-step", "turns": "veel"})


@pytest.mark.usefixtures("sqlite_store", "own_settings", "quick_hashes")
def test_an_activity_without_a_form_refuses_one(monkeypatch: pytest.MonkeyPatch):
    anna = new_facilitator("Anna", "De Linde")
    room = evening(anna)
    programme_edits.add_step(anna, room.id, "talk", "Praten", step_id="talk-step")
    monkeypatch.setitem(activities(), "talk", replace(activities()["talk"], options=""))
    with pytest.raises(NotFound):
        fill_in(anna, room.id, {"step_id": "talk-step", "turns": "5"})


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize(
    ("act", "kinds", "stays"),
    [
        ("say", ["talk"], True),
        ("say", [], True),
        ("say", ["voting"], False),
        ("nod", ["talk"], False),
    ],
)
async def test_the_phone_keeps_what_its_evening_says_is_kept(
    monkeypatch: pytest.MonkeyPatch, act: str, kinds: list[str], stays: bool
):
    monkeypatch.setattr(phone_states, "participant_key", lambda _state, _code: "key")
    state: Any = PhoneState()
    state._live_session_id = "evening"
    state.room = RoomView(kinds=kinds)
    open_database(NOWHERE)
    await PhoneState.event_handlers["act"].fn(state, "talk-step", 1, act, {"id": "made-here-1"})
    assert (state.refusal.id, state.refusal.stays) == ("made-here-1", stays)


def test_the_tablet_has_its_wall_beside_every_view():
    walls = str(side())
    assert '"talk"' in walls
    assert '"welcome"' not in walls


INIT = """
from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.chat.rules import Rules

ACTIVITY = Manifest(
    kind="chat",
    rules=Rules(),
    panels=Panels(
        *["panels:panel"] * 3, notes="more:TOOLS", typed="more:typed", plan="more:plan"
    ),
)
"""
MORE = """
import reflex as rx

from plekberaad_app.activities.contract.manifest import NoteTools

TOOLS = NoteTools(lambda note, screen: note.marked, lambda note, screen: rx.el.p("own tool"))


def typed(screen):
    return rx.el.p("own typed")


def plan(screen):
    return rx.el.p("own plan")
"""


def test_the_tablet_draws_more_of_an_activity_that_brings_more(tmp_path: Path):
    files = {"__init__": INIT, "rules": RULES, "more": MORE, "panels": "panel = len"}
    with with_folder(tmp_path, "chat", **files):
        assert plan_panels()["chat"](SCREEN).render()["children"]
        assert "own tool" in str(side())
        assert "own typed" in str(side())
    assert "chat" not in plan_panels()


def test_a_note_of_an_activity_without_tools_can_still_be_changed_for_who_wrote_it():
    drawn = more_tools(NOTE, "talk")
    assert text("tablet.note.take_back") in str(drawn)
    sent = f"{drawn.render()} {list(drawn._get_all_hooks())}"
    assert '"reword"' in sent
    assert '"unsay"' in sent
