"""Phones of which only their holders say whose they are.

Revision: 0013
Revises: 0012
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | Sequence[str] | None = "0012"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    claimed = sa.Column("claimed", sa.Boolean(), server_default=sa.false(), nullable=False)
    with op.batch_alter_table("participant_keys", schema=None) as batch_op:
        batch_op.add_column(claimed)


def downgrade() -> None:
    with op.batch_alter_table("participant_keys", schema=None) as batch_op:
        batch_op.drop_column("claimed")
