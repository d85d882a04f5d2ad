"""What a database knows about the time. Asked by URL: it need not be open."""

from datetime import datetime

from sqlalchemy import create_engine, func, select
from sqlalchemy.pool import NullPool
from sqlmodel import col

from plekberaad_app.platform.database.tables import ContributionRow, LiveSessionRow


def time_of(url: str) -> datetime | None:
    """What time it is on a PostgreSQL server; raises FAILED."""
    with create_engine(url, poolclass=NullPool).connect() as connection:
        return connection.scalar(select(func.clock_timestamp()))


def last_written(url: str) -> datetime | None:
    """When anything was last written, None if nothing ever was; raises FAILED."""
    last = select(col(ContributionRow.created_at)).order_by(col(ContributionRow.number).desc())
    with create_engine(url, poolclass=NullPool).connect() as connection:
        moments = [
            connection.scalar(last.limit(1)),
            connection.scalar(select(func.max(col(LiveSessionRow.started_at)))),
        ]
    return max(filter(None, moments), default=None)
