"""Steps say who does them and in which words, and edits of a programme can be undone.

Revision: 0017
Revises: 0016
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | Sequence[str] | None = "0016"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("who", sa.String(), server_default=sa.text("''"), nullable=False)
        )
        batch_op.add_column(sa.Column("script", sa.JSON(), server_default="{}", nullable=False))
    op.create_table(
        "programme_changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("live_session_id", sa.String(), nullable=False),
        sa.Column("facilitator_id", sa.String(), nullable=False),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.Column("is_undone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["live_session_id"], ["live_sessions.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_index(
        "ix_programme_changes_live_session_id", "programme_changes", ["live_session_id"]
    )


def downgrade() -> None:
    op.drop_index("ix_programme_changes_live_session_id", "programme_changes")
    op.drop_table("programme_changes")
    with op.batch_alter_table("steps", schema=None) as batch_op:
        batch_op.drop_column("script")
        batch_op.drop_column("who")
