"""What is still to do before evenings, asked of every feature, for many evenings at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from plekberaad_app.features.evenings import library_evenings
from plekberaad_app.features.evenings.checklist import checklists
from plekberaad_app.features.evenings.description import About
from plekberaad_app.features.programme.checklist import fits
from plekberaad_app.platform.database import live_sessions
from plekberaad_app.platform.database.engine import reading, transaction
from plekberaad_app.platform.i18n.catalogue import text
from tests.casting import NOW, new_facilitator

pytestmark = pytest.mark.usefixtures("store", "quick_hashes", "own_settings")


@pytest.fixture
def anna(store, quick_hashes, own_settings):
    return new_facilitator("Anna", "De Linde")


def make(anna, **about):
    wanted = About(**({"title": "Het plein"} | about))
    return library_evenings.create(anna, wanted, NOW, template="short")


def said(evening) -> dict[str, bool]:
    return {todo.says: todo.is_done for todo in checklists([evening])[evening.id]}


def test_of_a_new_evening_date_and_question_are_to_be_done(anna):
    lines = said(make(anna))
    assert lines[text("evenings.todo.date.open")] is False
    assert lines[text("evenings.todo.question.open")] is False
    assert lines[text("programme.todo.fits")] is True


def test_what_was_done_is_said_to_be_done(anna):
    lines = said(make(anna, question="Wat kan hier?", starts_at=NOW))
    assert lines[text("evenings.todo.date.done")] is True
    assert lines[text("evenings.todo.question.done")] is True


def test_every_line_leads_to_where_it_is_done(anna):
    evening = make(anna)
    lines = checklists([evening])[evening.id]
    assert lines
    assert all(evening.code in todo.href for todo in lines)


@pytest.mark.parametrize(
    ("minutes", "how"), [(50, "fits"), (51, "fits"), (49, "too_long"), (None, "no_length")]
)
def test_the_programme_fits_to_the_minute(anna, minutes, how):
    evening = make(anna, minutes_available=50)
    with transaction() as db:
        changed = live_sessions.change(db, evening.id)
        live_sessions.save(db, replace(changed, minutes_available=minutes))
    with reading() as db:
        changed = live_sessions.get(db, evening.id)
        (line,) = fits(db, [changed])[evening.id]
    assert (line.says, line.is_done) == (text(f"programme.todo.{how}"), how == "fits")


def test_many_evenings_take_no_more_queries_than_one(anna):
    evenings = [make(anna, starts_at=NOW + timedelta(days=day)) for day in range(12)]
    assert queries_for(evenings[:1]) == queries_for(evenings)


def queries_for(evenings) -> int:
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert set(checklists(evenings)) == {each.id for each in evenings}
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(asked)
