"""The programmes that a library keeps to begin evenings with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from plekberaad_app.core.programme import Step
from plekberaad_app.platform.database.engine import Transaction
from plekberaad_app.platform.database.tables import TemplateRow


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A template of one library, as it was kept."""

    id: str
    library_id: str
    name: str
    steps: tuple[Step, ...]


def of_library(db: Session, library_id: str) -> list[OwnTemplate]:
    """All templates of a library, by name."""
    rows = select(TemplateRow).where(TemplateRow.library_id == library_id)
    return [
        _read(row) for row in db.exec(rows.order_by(col(TemplateRow.name), col(TemplateRow.id)))
    ]


def find(db: Session, template_id: str) -> OwnTemplate | None:
    """The template with this id, of whatever library."""
    row = db.get(TemplateRow, template_id, populate_existing=True)
    return _read(row) if row else None


def add(db: Transaction, template: OwnTemplate, now: datetime) -> None:
    """Keep a new one."""
    db.add(
        TemplateRow(
            id=template.id,
            library_id=template.library_id,
            name=template.name,
            steps=list(_written(template.steps)),
            created_at=now,
        )
    )
    db.flush()


def rename(db: Transaction, template_id: str, name: str) -> None:
    """Give it another name."""
    row = db.get_one(TemplateRow, template_id, populate_existing=True)
    row.name = name
    db.add(row)
    db.flush()


def remove(db: Transaction, template_id: str) -> None:
    """Delete it."""
    db.delete(db.get_one(TemplateRow, template_id, populate_existing=True))
    db.flush()


def _written(steps: Iterable[Step]) -> Iterable[Mapping[str, Any]]:
    for step in steps:
        script = {phase: dict(said) for phase, said in step.script.items()}
        yield {
            "id": step.id,
            "kind": step.kind,
            "title": step.title,
            "options": dict(step.options),
            "script": script,
        }


def _read(row: TemplateRow) -> OwnTemplate:
    steps = tuple(Step(**step) for step in row.steps)
    return OwnTemplate(row.id, row.library_id, row.name, steps)
