"""Runs the migrations of our tables on the database of the settings."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, Connection, create_engine, pool, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from plekberaad_app.platform.settings import settings

# One of several processes migrates, the others wait: any number that nobody else uses.
MIGRATION_LOCK = 7_538_532


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """A migration names SQLAlchemy's own types: it must still run when our code has changed."""
    if kind != "type" or not isinstance(item, TypeDecorator):
        return False
    return f"sa.{item.impl!r}"


def default_differs(
    _context: Any,
    _found: Any,
    column: Any,
    is_there: str | None,
    _default: Any,
    rendered: str | None,
) -> bool | None:
    """Whether a default changed; None leaves it to Alembic, who asks PostgreSQL.

    PostgreSQL cannot compare json; there a default is its text ('{}'::json).
    """
    if not isinstance(column.type, JSON):
        return None
    return (is_there or "").split("::")[0].strip("'") != (rendered or "").strip("'")


def migrate(connection: Connection) -> None:
    """All missing migrations in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        # SQLite changes a column by making the table anew.
        render_as_batch=connection.dialect.name == "sqlite",
        compare_server_default=default_differs,
        render_item=plain_type,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        context.run_migrations()


engine = create_engine(settings().database, poolclass=pool.NullPool)
with engine.connect() as connection:
    migrate(connection)
