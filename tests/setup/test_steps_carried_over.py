"""A migration that changes what a step is keeps what was prepared, up and back again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, MetaData, create_engine, select

from plekberaad_app.activities.intermission.rules import IntermissionOptions
from plekberaad_app.platform.settings import ROOT
from tests.settings import overridden

CONFIG = Config(toml_file=str(ROOT / "pyproject.toml"))
OF_A_WELCOME = {"text": "", "image": "", "length": 600, "is_break": False}
STORED = {
    "welcome": OF_A_WELCOME | {"text": "Fijn dat je er bent"},
    "break": OF_A_WELCOME | {"text": "Koffie\nin de gang", "image": "picture-1", "is_break": True},
    "bare": {"is_break": True},
    "wordy": OF_A_WELCOME | {"text": "taart " * 80, "is_break": True},
}


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of the revision before, with these steps."""
    url = f"sqlite:///{tmp_path}/plekberaad.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("empty_postgresql")
    with overridden(data=tmp_path, database_url=url) as used:
        command.upgrade(CONFIG, "0014")
        opened = create_engine(used.database)
        _store(opened)
        yield opened
        opened.dispose()


def test_a_welcome_that_was_a_break_becomes_an_intermission(engine: Engine):
    command.upgrade(CONFIG, "0015")
    found = steps(engine)
    assert {name for name, (kind, _) in found.items() if kind == "intermission"} == {
        "break",
        "bare",
        "wordy",
    }
    assert found["break"][1] == {
        "offer": "Koffie in de gang",
        "image": "picture-1",
        "length": 600,
    }
    assert found["bare"][1] == {"offer": "", "image": "", "length": 300}
    kept = {name: value for name, value in STORED["welcome"].items() if name != "is_break"}
    assert found["welcome"] == ("welcome", kept)


def test_what_it_becomes_can_be_read_however_much_was_written(engine: Engine):
    command.upgrade(CONFIG, "0015")
    found = steps(engine)
    read = [IntermissionOptions.model_validate(found[name][1]) for name in ("break", "wordy")]
    assert read[1].offer.endswith("taart…")


def test_the_way_back_makes_it_a_break_again(engine: Engine):
    command.upgrade(CONFIG, "0015")
    command.downgrade(CONFIG, "0014")
    found = steps(engine)
    assert {kind for kind, _ in found.values()} == {"welcome"}
    assert found["break"][1] == {
        "text": "Koffie in de gang",
        "image": "picture-1",
        "length": 600,
        "is_break": True,
    }


def steps(engine: Engine) -> dict[str, tuple[str, Any]]:
    known = MetaData()
    known.reflect(engine)
    table = known.tables["steps"]
    with engine.connect() as connection:
        found = connection.execute(select(table.c.id, table.c.kind, table.c.options))
        return {each.id: (each.kind, each.options) for each in found}


def _store(engine: Engine) -> None:
    """An evening with these steps, straight into the tables."""
    known = MetaData()
    known.reflect(engine)
    # Only the steps matter here: they need no evening as long as nobody asks for it.
    table = known.tables["steps"]
    with engine.begin() as connection:
        _without_references(connection)
        for position, (name, options) in enumerate(STORED.items()):
            connection.execute(
                table.insert().values(
                    id=name,
                    live_session_id="evening",
                    position=position,
                    kind="welcome",
                    title=name,
                    options=options,
                    plan={},
                )
            )


def _without_references(connection: Any) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET session_replication_role = replica")
