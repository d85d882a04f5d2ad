"""What a link can be for, and what has to be said to make one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.name_rules import MAX_NAME, cleaned_name
from plekberaad_app.core.rights import Role
from plekberaad_app.core.seating import MAX_TABLES

MAX_LINKS = 60
# Where each link leads to: the first part of its address.
PAGES: Mapping[Role, str] = {
    Role.TABLE_HOST: "tafel",
    Role.ARTIST: "kunstenaar",
    Role.OBSERVER: "meekijker",
    Role.STAND_IN: "begeleider",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A link as it was asked for; a table host has a table, an artist may have a step."""

    role: Role
    name: str = ""
    table: int | None = None
    step_id: str = ""

    @classmethod
    def of(cls, role: str, name: str = "", table: int = 0, step_id: str = "") -> Self:
        """Read what a form says; what is not for this role is left out.

        Raises BadInput: role_unknown, which_table, table_out_of_range (most), name_too_long (most),
        text_unreadable.
        """
        wanted = _role(role)
        at_table = wanted is Role.TABLE_HOST
        if at_table and not table:
            raise BadInput("which_table")
        if at_table:
            _require_table(table)
        return cls(
            wanted,
            _name(name),
            table if at_table else None,
            step_id if wanted is Role.ARTIST else "",
        )

    @classmethod
    def of_tables(cls, tables: int) -> list[Self]:
        """One for each of so many tables, for the device that it shares; raises BadInput."""
        _require_table(tables)
        return [cls(Role.TABLE_HOST, table=table) for table in range(1, tables + 1)]


def path_of(role: Role, token: str) -> str:
    """The address of a link on our site."""
    return f"/{PAGES[role]}/{token}"


def _role(value: str) -> Role:
    found = next((role for role in PAGES if role.value == value), None)
    if found is None:
        raise BadInput("role_unknown")
    return found


def _require_table(table: int) -> None:
    if not 1 <= table <= MAX_TABLES:
        raise BadInput("table_out_of_range", most=MAX_TABLES)


def _name(text: str) -> str:
    return cleaned_name(text, MAX_NAME) if text.strip() else ""
