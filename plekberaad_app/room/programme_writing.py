"""Storing what an edit made of a programme, and undoing one's own edits, one by one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.evening import LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.core.programme_changes import Change, applied, change_between
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.platform.audit import audited
from plekberaad_app.platform.database import (
    contributions,
    live_sessions,
    programme_changes,
    programmes,
)
from plekberaad_app.platform.database.engine import Transaction, reading, transaction
from plekberaad_app.platform.permissions import Facilitator, require_facilitator, require_open

Steps = tuple[Step, ...]
Edit = Callable[[LiveSession, Steps], Steps]


@contextmanager
def editing(
    facilitator: Facilitator, live_session_id: str
) -> Iterator[tuple[Transaction, LiveSession]]:
    """The transaction and the live session, if this facilitator may change its programme."""
    with transaction() as db:
        live_session = live_sessions.change(db, live_session_id, cast=True)
        require_facilitator(facilitator, live_session, Action.CHANGE, Resource.PROGRAMME)
        require_open(live_session)
        yield db, live_session


def apply_edit(
    db: Transaction, facilitator: Facilitator, live_session: LiveSession, edit: Edit
) -> None:
    """Store the programme as this edit leaves it; whoever made it can undo it."""
    before = programmes.steps(db, live_session.id)
    after = edit(live_session, before)
    change = change_between(before, after)
    if not change.is_nothing:
        programmes.replace_steps(db, live_session.id, after)
        programme_changes.add(db, live_session.id, facilitator.id, change)


@audited()
def undo(facilitator: Facilitator, live_session_id: str) -> None:
    """Undo the last edit of this facilitator; what others changed since stays.

    Raises NotAllowed: nothing_to_undo, step_begun, and programme_changed_since where somebody
    changed what that edit touched.
    """
    with editing(facilitator, live_session_id) as (db, live_session):
        last = programme_changes.last_done(db, live_session_id, facilitator.id)
        if last is None:
            raise NotAllowed("nothing_to_undo")
        _apply(db, live_session, last.change.reversed())
        programme_changes.mark(db, last.number, is_undone=True)


@audited()
def redo(facilitator: Facilitator, live_session_id: str) -> None:
    """Do again what this facilitator undid last; raises as `undo`, or NotAllowed
    ('nothing_to_redo')."""
    with editing(facilitator, live_session_id) as (db, live_session):
        first = programme_changes.first_undone(db, live_session_id, facilitator.id)
        if first is None:
            raise NotAllowed("nothing_to_redo")
        _apply(db, live_session, first.change)
        programme_changes.mark(db, first.number, is_undone=False)


def undoable(facilitator: Facilitator, live_session_id: str) -> tuple[bool, bool]:
    """Whether this facilitator has something to undo, and something to do again; raises
    NotAllowed."""
    with reading() as db:
        live_session = live_sessions.get(db, live_session_id)
        require_facilitator(facilitator, live_session, Action.READ, Resource.PROGRAMME)
        return (
            programme_changes.last_done(db, live_session_id, facilitator.id) is not None,
            programme_changes.first_undone(db, live_session_id, facilitator.id) is not None,
        )


def must_be_ahead(live_session: LiveSession, steps: Steps, index: int) -> None:
    """A step that has been planned keeps its seats, even if the room went back before it.

    Raises NotAllowed('step_begun').
    """
    position = live_session.position
    if steps[index].plan or (position is not None and index <= position.step):
        raise NotAllowed("step_begun")


def _apply(db: Transaction, live_session: LiveSession, change: Change) -> None:
    before = programmes.steps(db, live_session.id)
    after = applied(change, before)
    _require_untouched(live_session, before, after)
    gone = {step.id for step in before} - {step.id for step in after}
    if any(contributions.has_any(db, live_session.id, step_id) for step_id in gone):
        raise NotAllowed("step_begun")
    programmes.replace_steps(db, live_session.id, after)


def _require_untouched(live_session: LiveSession, before: Steps, after: Steps) -> None:
    """Where the room has been, everything stays as it was but for the words of a step."""
    position = live_session.position
    reached = 0 if position is None else position.step + 1
    planned = [step for step in before if step.plan]
    kept = {step.id: step for step in after}
    stays = [step.id for step in before[:reached]] == [step.id for step in after[:reached]]
    same = all(
        step.id in kept and kept[step.id].options == step.options
        for step in (*before[:reached], *planned)
    )
    if not (stays and same):
        raise NotAllowed("step_begun")
