"""The programme of a live session: its steps, in order."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy import select as core_select
from sqlmodel import Session, col, delete

from plekberaad_app.core.programme import Step
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import StepRow

# Columns, not entities, and statements are made once: every change of the cast reads them.
_STEPS = (
    core_select(*StepRow.__table__.columns)  # pyright: ignore[reportAttributeAccessIssue]
    .where(col(StepRow.live_session_id) == bindparam("wanted"))
    .order_by(col(StepRow.position))
)

_OF_MANY = (
    core_select(*StepRow.__table__.columns)  # pyright: ignore[reportAttributeAccessIssue]
    .where(col(StepRow.live_session_id).in_(bindparam("wanted", expanding=True)))
    .order_by(col(StepRow.position))
)


def steps(db: Session, live_session_id: str) -> tuple[Step, ...]:
    """The programme, in order."""
    rows = db.connection().execute(_STEPS, {"wanted": live_session_id})
    return tuple(map(_step, rows))


def of_many(db: Session, live_session_ids: Sequence[str]) -> dict[str, tuple[Step, ...]]:
    """The programmes of these live sessions by their id, read at once."""
    rows = db.connection().execute(_OF_MANY, {"wanted": list(live_session_ids)})
    found: dict[str, tuple[Step, ...]] = dict.fromkeys(live_session_ids, ())
    for row in rows:
        found[row.live_session_id] += (_step(row),)
    return found


def replace_steps(db: Transaction, live_session_id: str, programme: Iterable[Step]) -> None:
    """Store a whole programme in place of the old one."""
    db.exec(delete(StepRow).where(col(StepRow.live_session_id) == live_session_id))
    for position, step in enumerate(programme):
        db.add(
            StepRow(
                id=step.id,
                live_session_id=live_session_id,
                position=position,
                kind=step.kind,
                title=step.title,
                options=dict(step.options),
                plan=dict(step.plan),
                who=step.who,
                script={phase: dict(said) for phase, said in step.script.items()},
            )
        )
    db.flush()


def keep_plan(db: Transaction, step: Step) -> None:
    """Store what is decided of a step; its place and options stay."""
    db.execute(
        update(StepRow)
        .where(col(StepRow.id) == step.id)
        .values(plan=dict(step.plan))
        .execution_options(synchronize_session=False)
    )


def _step(row: Any) -> Step:
    return Step(row.id, row.kind, row.title, row.options, row.plan, who=row.who, script=row.script)
