"""Upgrading: a full database goes from the first tables to the newest and back, with all in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Engine, MetaData, Table, create_engine, types

from plekberaad_app.platform.settings import ROOT
from tests.settings import overridden

CONFIG = Config(toml_file=str(ROOT / "pyproject.toml"))
SCRIPTS = ScriptDirectory.from_config(CONFIG)
# Oldest first.
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()][::-1]
ROWS = 3

# A boolean is an integer too, so it comes first.
BY_TYPE: dict[type[Any], Callable[[int], Any]] = {
    types.Boolean: lambda n: n % 2 == 0,
    types.Integer: lambda n: n,
    types.Float: lambda n: n / 4,
    types.DateTime: lambda n: datetime(2026, 11, 24, 19, n, tzinfo=UTC),
    types.JSON: lambda n: {"text": f"Idee {n} “ë”", "n": [n]},
    types.LargeBinary: lambda n: bytes([0, n, 255]),
}

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database with the first tables, and rows in every one of them."""
    url = f"sqlite:///{tmp_path}/plekberaad.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("empty_postgresql")
    with overridden(data=tmp_path, database_url=url) as used:
        command.upgrade(CONFIG, REVISIONS[0])
        opened = create_engine(used.database)
        fill(opened)
        yield opened
        opened.dispose()


def test_rows_of_the_first_tables_go_up_to_the_newest_and_back_and_up_again(engine: Engine):
    before = read(engine)
    assert all(len(rows) == ROWS for rows in before.values())
    seen = [before]
    for revision in REVISIONS[1:]:
        command.upgrade(CONFIG, revision)
        seen.append(read(engine))
    for revision in REVISIONS[-2::-1]:
        command.downgrade(CONFIG, revision)
        seen.append(read(engine))
    command.upgrade(CONFIG, "head")
    seen.append(read(engine))
    lasting = what_lasts(before, seen)
    assert lasting.keys() >= {"live_sessions", "participants", "contributions"}
    for there in seen:
        assert cut(there, lasting) == lasting


def test_whatever_the_way_the_tables_are_those_of_the_code(engine: Engine):
    command.upgrade(CONFIG, "head")
    command.check(CONFIG)
    command.downgrade(CONFIG, REVISIONS[0])
    command.upgrade(CONFIG, "head")
    command.check(CONFIG)


def test_all_the_way_back_leaves_no_table(engine: Engine):
    command.upgrade(CONFIG, "head")
    command.downgrade(CONFIG, "base")
    assert set(tables(engine)) == {"alembic_version"}


def test_there_is_one_line_of_revisions():
    assert SCRIPTS.get_heads() == [REVISIONS[-1]]
    assert SCRIPTS.get_bases() == [REVISIONS[0]] == ["0001"]


def fill(engine: Engine) -> None:
    """Rows that refer to each other, with something in every column."""
    with engine.begin() as connection:
        for table in in_order(engine):
            values = [
                {column.name: value(column, n) for column in table.columns}
                for n in range(1, 1 + ROWS)
            ]
            connection.execute(table.insert(), values)


def value(column: Column[Any], n: int) -> Any:
    """Something that fits a column; a reference is to the n-th row of the other table."""
    for key in column.foreign_keys:
        return value(key.column, n)
    for kind, make in BY_TYPE.items():
        if isinstance(column.type, kind):
            made = make(n)
            naive = isinstance(column.type, types.DateTime) and not column.type.timezone
            return made.replace(tzinfo=None) if naive else made
    return f"{column.table.name} {column.name} {n}"


def read(engine: Engine) -> Rows:
    """All rows of all tables but Alembic's own, in the order of their keys."""
    with engine.connect() as connection:
        return {
            table.name: [
                dict(row._mapping)
                for row in connection.execute(table.select().order_by(*table.primary_key.columns))
            ]
            for table in in_order(engine)
        }


def in_order(engine: Engine) -> list[Table]:
    """What is referred to comes first."""
    return [table for table in tables(engine).values() if table.name != "alembic_version"]


def tables(engine: Engine) -> dict[str, Table]:
    known = MetaData()
    known.reflect(engine)
    return {table.name: table for table in known.sorted_tables}


def what_lasts(before: Rows, seen: list[Rows]) -> Rows:
    """Of the first rows the columns that every revision has."""
    return {
        name: [
            {
                column: kept
                for column, kept in row.items()
                if all(column in there[name][0] for there in seen)
            }
            for row in rows
        ]
        for name, rows in before.items()
        if all(name in there for there in seen)
    }


def cut(there: Rows, like: Rows) -> Rows:
    """The same tables and columns of other rows."""
    return {
        name: [{column: row[column] for column in rows[0]} for row in there[name]]
        for name, rows in like.items()
    }
