"""Kind and habit know 'skipped': asked, and not said. Empty stays: never asked.

Who said nothing before this had an answer chosen for them, so that it is no answer.

Revision: 0009
Revises: 0008
"""

from collections.abc import Sequence

from alembic import op

revision: str = "0009"
down_revision: str | Sequence[str] | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """The columns hold any word."""


def downgrade() -> None:
    # The program of before does not know the word.
    op.execute("UPDATE participants SET kind = NULL WHERE kind = 'skipped'")
    op.execute("UPDATE participants SET habit = NULL WHERE habit = 'skipped'")
