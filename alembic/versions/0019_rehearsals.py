"""Rehearsals: copies of an evening, beside it.

Revision: 0019
Revises: 0018
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | Sequence[str] | None = "0018"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("live_sessions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rehearses", sa.String(), server_default="", nullable=False))
        batch_op.create_index("ix_live_sessions_rehearses", ["rehearses"])


def downgrade() -> None:
    with op.batch_alter_table("live_sessions", schema=None) as batch_op:
        batch_op.drop_index("ix_live_sessions_rehearses")
        batch_op.drop_column("rehearses")
