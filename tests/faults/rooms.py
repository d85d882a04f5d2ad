"""A room in the ideas phase, and what its database holds in the end."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from playwright.async_api import expect
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlmodel import col, select

from plekberaad_app.platform.database.tables import ContributionRow
from tests.clients.browser import Browser
from tests.clients.evening import Evening, new_evening
from tests.rehearsal.browsers import Phone

# Longer than any test: a phase ends only when somebody presses 'Volgende'.
NO_HURRY = {"rounds": "1", "ideas": "60"}
_COLUMNS = (ContributionRow.id, ContributionRow.author, ContributionRow.payload)


async def in_ideas(facilitator: Browser, people: int, tables: int) -> Evening:
    """An evening of so many people with a challenge at every table, in the ideas phase."""
    evening = await new_evening(facilitator, NO_HURRY)
    await evening.go_to_ideas(people, tables)
    return evening


async def join_late(phone: Phone, code: str, name: str) -> None:
    """A real phone comes in while the room writes ideas, and may write at once."""
    await phone.page.goto(f"/m/{code}")
    await phone.answer("", "")
    await phone.name_yourself(name)
    await expect(phone.page.locator("#idea")).to_be_visible()


@dataclass(frozen=True)
class StoredIdea:
    """An idea as the database has it."""

    id: str
    author: str
    text: str


def stored_ideas(database_url: str) -> list[StoredIdea]:
    """All ideas, in the order in which they were stored; a SQLite file must be whole.

    Of one that was taken back no word is left.
    """
    engine = create_engine(make_url(database_url).set(drivername=driver_of(database_url)))
    order = (col(ContributionRow.version), col(ContributionRow.number))
    query = select(*_COLUMNS).where(col(ContributionRow.kind) == "idea").order_by(*order)
    with engine.connect() as db:
        if engine.dialect.name == "sqlite":
            assert db.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        found = [
            StoredIdea(row.id, row.author, row.payload.get("text", "")) for row in db.execute(query)
        ]
    engine.dispose()
    return found


def driver_of(database_url: str) -> str:
    """The driver we use for this kind of database."""
    return "sqlite" if database_url.startswith("sqlite") else "postgresql+psycopg"


def orders(ideas: Iterable[StoredIdea]) -> list[list[str]]:
    """Per author, the ids in the order in which they were stored."""
    of_author: dict[str, list[str]] = defaultdict(list)
    for idea in ideas:
        of_author[idea.author].append(idea.id)
    return list(of_author.values())
