"""What is still to do before an evening: a few lines of every feature that has any."""

from collections.abc import Mapping, Sequence

from plekberaad_app.core.evening import LiveSession
from plekberaad_app.features import discovery
from plekberaad_app.platform.database.engine import Reader, reading
from plekberaad_app.platform.feature import Todo
from plekberaad_app.platform.i18n.catalogue import text


def checklists(live_sessions: Sequence[LiveSession]) -> dict[str, list[Todo]]:
    """What to do before each of these evenings, which did not begin, by id and in order of place.

    The number of queries does not depend on the number of evenings.
    """
    lines: dict[str, list[Todo]] = {live_session.id: [] for live_session in live_sessions}
    with reading() as db:
        for said_by in discovery.todo():
            for live_session_id, more in said_by(db, live_sessions).items():
                lines[live_session_id] += more
    return {key: sorted(each, key=lambda todo: todo.place) for key, each in lines.items()}


def about(_db: Reader, live_sessions: Sequence[LiveSession]) -> Mapping[str, Sequence[Todo]]:
    """Whether the date is set and the question filled in."""
    return {each.id: _about(each) for each in live_sessions}


def _about(live_session: LiveSession) -> list[Todo]:
    there = f"/voorbereiden/{live_session.code}"
    date, question = live_session.starts_at is not None, live_session.question != ""
    return [
        Todo(text(f"evenings.todo.date.{_done(date)}"), date, there, place=10),
        Todo(text(f"evenings.todo.question.{_done(question)}"), question, there, place=20),
    ]


def _done(is_done: bool) -> str:
    return "done" if is_done else "open"
