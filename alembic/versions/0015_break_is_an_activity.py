"""A break is an activity of its own; it was a welcome with an option.

Revision: 0015
Revises: 0014
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | Sequence[str] | None = "0014"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

Options = Mapping[str, Any]
Step = tuple[str, Options]

MAX_OFFER = 120
_STEPS = sa.table(
    "steps", sa.column("id", sa.String), sa.column("kind", sa.String), sa.column("options", sa.JSON)
)


def upgrade() -> None:
    _rewrite("welcome", _break_apart)


def downgrade() -> None:
    _rewrite("intermission", _break_as_welcome)


def _break_apart(options: Options) -> Step:
    if not options.get("is_break"):
        return "welcome", {name: value for name, value in options.items() if name != "is_break"}
    # A text had several lines; what there is in a break is one, which fits a screen.
    offer = shorten(options.get("text", ""), MAX_OFFER, placeholder="…")
    # A length that nobody set stays what it was by itself.
    kept = {"image": options.get("image", ""), "length": options.get("length", 300)}
    return "intermission", {**kept, "offer": offer}


def _break_as_welcome(options: Options) -> Step:
    rest = {name: value for name, value in options.items() if name != "offer"}
    return "welcome", {**rest, "text": options.get("offer", ""), "is_break": True}


def _rewrite(kind: str, change: Callable[[Options], Step]) -> None:
    for step_id, options in list(_of_kind(kind)):
        new_kind, new_options = change(options)
        if (new_kind, new_options) != (kind, options):
            told = {"kind": new_kind, "options": new_options}
            op.execute(sa.update(_STEPS).where(_STEPS.c.id == step_id).values(told))


def _of_kind(kind: str) -> Iterator[tuple[str, Options]]:
    found = sa.select(_STEPS.c.id, _STEPS.c.options).where(_STEPS.c.kind == kind)
    yield from op.get_bind().execute(found)
