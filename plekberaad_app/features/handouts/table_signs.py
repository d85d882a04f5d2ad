"""A folded sign for each table, with its animal, colour and number."""

from pathlib import Path
from typing import Any

from plekberaad_app.core import join_codes
from plekberaad_app.features.handouts.facts import Facts
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.ui.paper import Sheet
from plekberaad_app.ui.tokens import TABLES

SOURCE = Path(__file__).parent / "sheets" / "table_signs.typ"
MAX_TABLES = 30


def table_signs(facts: Facts, code: str, address: str, tables: int) -> Sheet:
    """A page for each of so many tables."""
    return Sheet(
        SOURCE,
        {
            "library": facts.library,
            "words": {
                "title": text("handouts.tables.title"),
                "table": text("handouts.tables.table"),
                "join": text("handouts.tables.join", address=address),
            },
            "code": join_codes.display(code),
            "tables": [_table(number) for number in range(1, tables + 1)],
        },
    )


def _table(number: int) -> dict[str, Any]:
    animal = text(f"browser.animal.{(number - 1) % TABLES + 1}")
    return {"number": number, "animal": animal}
