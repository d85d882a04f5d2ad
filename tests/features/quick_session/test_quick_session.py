"""A question is typed at the desk and a room answers it; of what is refused nothing is left."""

from typing import Any

import pytest

from plekberaad_app.activities.contract.discovery import activities, quick_form, quick_forms
from plekberaad_app.activities.contract.manifest import QuickForm
from plekberaad_app.core.errors import BadInput, DomainError, NotAllowed, NotFound
from plekberaad_app.core.evening import LiveSession, Status
from plekberaad_app.features.evenings import MAX_TITLE, library_evenings
from plekberaad_app.features.quick_session.quick_session import begin
from plekberaad_app.features.report.report import report
from plekberaad_app.platform.database import evenings, live_sessions
from plekberaad_app.platform.database.engine import reading
from plekberaad_app.platform.permissions import Facilitator
from plekberaad_app.room import steering
from tests.casting import NOW, new_facilitator

SESSION = "een-sessie"
FORMS: dict[str, dict[str, Any]] = {
    "wall": {"question": "Wat mis je hier?"},
    "poll": {"question": "Wat komt er?", "kind": "choice", "choices": "Een bank\nEen boom"},
}


@pytest.fixture
def anna(store, own_settings, quick_hashes) -> Facilitator:
    return new_facilitator("Anna", "De Linde")


def now_of(live_session: LiveSession) -> LiveSession:
    with reading() as db:
        return live_sessions.get(db, live_session.id)


def evenings_of(anna: Facilitator) -> list[LiveSession]:
    return library_evenings.list_for(anna)


@pytest.mark.parametrize("kind", FORMS)
def test_a_room_of_one_step_runs_at_once(anna: Facilitator, kind: str):
    begun = begin(anna, kind, FORMS[kind], NOW)
    with reading() as db:
        evening = evenings.load(db, begun.id)
    assert evening.live_session.status is Status.RUNNING
    assert evening.live_session.title == FORMS[kind]["question"]
    assert evening.live_session.screen.mode == "join"
    (step,) = evening.steps
    assert (step.kind, step.options["question"]) == (kind, FORMS[kind]["question"])


def test_sent_twice_it_is_one_session_that_is_begun_once(anna: Facilitator):
    first, again = (
        begin(anna, "wall", FORMS["wall"], NOW, live_session_id=SESSION) for _ in range(2)
    )
    assert first.code == again.code
    assert now_of(first).steering == 1
    assert len(evenings_of(anna)) == 1


def test_a_session_that_was_begun_and_not_yet_started_is_started(anna: Facilitator, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(steering, "steer", lambda *_: None)
        waiting = begin(anna, "wall", FORMS["wall"], NOW, live_session_id=SESSION)
        assert now_of(waiting).status is Status.LOBBY
    begin(anna, "wall", FORMS["wall"], NOW, live_session_id=SESSION)
    assert now_of(waiting).status is Status.RUNNING


@pytest.mark.parametrize(
    ("kind", "form", "refusal"),
    [
        ("wall", {"question": " "}, DomainError),
        ("wall", {"question": "x" * 201}, BadInput),
        ("wall", {}, DomainError),
        ("wall", {"question": ["lijst"]}, BadInput),
        ("wall", None, BadInput),
        ("poll", {"question": "Wat?", "kind": "choice", "choices": "Een bank"}, DomainError),
        ("poll", {"question": "Wat?", "kind": "dans", "choices": ""}, BadInput),
        ("carousel", {"question": "Wat?"}, NotFound),
        ("no_such_kind", {"question": "Wat?"}, NotFound),
    ],
)
def test_of_what_is_refused_nothing_is_left(anna: Facilitator, kind: str, form: Any, refusal: type):
    with pytest.raises(refusal):
        begin(anna, kind, form, NOW)
    assert evenings_of(anna) == []


def test_a_long_question_is_shortened_in_the_list_and_whole_in_the_room(anna: Facilitator):
    exact, long = "x" * MAX_TITLE, "y" * (MAX_TITLE + 1)
    assert begin(anna, "wall", {"question": exact}, NOW).title == exact
    begun = begin(anna, "wall", {"question": long}, NOW)
    assert begun.title == "y" * (MAX_TITLE - 1) + "…"
    with reading() as db:
        assert evenings.load(db, begun.id).steps[0].options["question"] == long


def test_a_device_that_took_over_one_evening_begins_no_other(anna: Facilitator):
    begun = begin(anna, "wall", FORMS["wall"], NOW)
    stand_in = Facilitator("Bram", anna.library_id, live_session_id=begun.id)
    with pytest.raises(NotAllowed):
        begin(stand_in, "wall", FORMS["wall"], NOW)


def test_afterwards_it_is_kept_with_its_report_or_deleted(anna: Facilitator):
    begun = begin(anna, "wall", FORMS["wall"], NOW)
    steering.steer(anna, begun.id, "close", now_of(begun).steering, NOW)
    assert report(anna, begun.code, NOW).live_session.title == "Wat mis je hier?"
    library_evenings.delete(anna, begun.id)
    assert evenings_of(anna) == []


def test_wall_and_poll_can_be_used_on_their_own():
    assert set(FORMS) <= set(quick_forms())


@pytest.mark.parametrize("kind", quick_forms())
def test_each_that_can_reads_a_form_that_an_evening_accepts(kind: str):
    asked, example = quick_form(kind), activities()[kind].example
    assert isinstance(asked, QuickForm)
    form = {
        name: "\n".join(said) if isinstance(said, list) else said for name, said in example.items()
    }
    assert asked.about(form)
    rules = activities()[kind].rules
    assert set(asked.read({"kind": "choice", **form})) <= set(rules.options({}).model_dump())
