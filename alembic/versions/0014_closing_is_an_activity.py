"""The closing is an activity of its own, and no longer a way of welcoming.

Revision: 0014
Revises: 0013
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0014"
down_revision: str | Sequence[str] | None = "0013"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

Options = Mapping[str, Any]
Step = tuple[str, Options]

_STEPS = sa.table(
    "steps", sa.column("id", sa.String), sa.column("kind", sa.String), sa.column("options", sa.JSON)
)


def upgrade() -> None:
    _rewrite("welcome", _closing_apart)


def downgrade() -> None:
    _rewrite("closing", _closing_as_welcome)


def _closing_apart(options: Options) -> Step:
    rest = {name: value for name, value in options.items() if name != "is_closing"}
    if not options.get("is_closing"):
        return "welcome", rest
    return "closing", {name: value for name, value in rest.items() if name != "is_break"}


def _closing_as_welcome(options: Options) -> Step:
    return "welcome", {**options, "is_closing": True}


def _rewrite(kind: str, change: Callable[[Options], Step]) -> None:
    for step_id, options in list(_of_kind(kind)):
        new_kind, new_options = change(options)
        if (new_kind, new_options) != (kind, options):
            told = {"kind": new_kind, "options": new_options}
            op.execute(sa.update(_STEPS).where(_STEPS.c.id == step_id).values(told))


def _of_kind(kind: str) -> Iterator[tuple[str, Options]]:
    found = sa.select(_STEPS.c.id, _STEPS.c.options).where(_STEPS.c.kind == kind)
    yield from op.get_bind().execute(found)
