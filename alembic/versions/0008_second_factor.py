"""A code from an app besides the password.

Revision: 0008
Revises: 0007
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | Sequence[str] | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "second_factors",
        sa.Column("facilitator_id", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["facilitator_id"], ["facilitators.id"]),
        sa.PrimaryKeyConstraint("facilitator_id"),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("facilitator_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["facilitator_id"], ["facilitators.id"]),
        sa.PrimaryKeyConstraint("code_hash"),
    )
    with op.batch_alter_table("recovery_codes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_recovery_codes_facilitator_id"), ["facilitator_id"], unique=False
        )
    with op.batch_alter_table("logins", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("awaits", sa.String(), server_default=sa.text("''"), nullable=False)
        )


def downgrade() -> None:
    # Who was halfway in would be in.
    op.execute("DELETE FROM logins WHERE awaits <> ''")
    with op.batch_alter_table("logins", schema=None) as batch_op:
        batch_op.drop_column("awaits")
    op.drop_table("recovery_codes")
    op.drop_table("second_factors")
