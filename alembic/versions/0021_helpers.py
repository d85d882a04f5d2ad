"""Links of people who help on one evening, and what the tables say of themselves.

Revision: 0021
Revises: 0020
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | Sequence[str] | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "helpers",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("live_session_id", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("table_number", sa.Integer(), nullable=True),
        sa.Column("step_id", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["live_session_id"], ["live_sessions.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["facilitators.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    with op.batch_alter_table("helpers", schema=None) as batch_op:
        for column in ("live_session_id", "made_by"):
            batch_op.create_index(batch_op.f(f"ix_helpers_{column}"), [column], unique=False)
    with op.batch_alter_table("live_sessions", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("links_withdrawn", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(sa.Column("at_tables", sa.JSON(), server_default="{}", nullable=False))
    with op.batch_alter_table("logins", schema=None) as batch_op:
        batch_op.add_column(sa.Column("helper_id", sa.String(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_logins_helper_id_helpers"),
            "helpers",
            ["helper_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch_op.create_index(batch_op.f("ix_logins_helper_id"), ["helper_id"], unique=False)


def downgrade() -> None:
    # Whoever came in by a link would stay.
    op.execute("DELETE FROM logins WHERE helper_id IS NOT NULL")
    with op.batch_alter_table("logins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_logins_helper_id"))
        batch_op.drop_constraint(batch_op.f("fk_logins_helper_id_helpers"), type_="foreignkey")
        batch_op.drop_column("helper_id")
    with op.batch_alter_table("live_sessions", schema=None) as batch_op:
        batch_op.drop_column("at_tables")
        batch_op.drop_column("links_withdrawn")
    op.drop_table("helpers")
