"""The cases, as data: how many people, what they do, and which servers are asked."""

from dataclasses import dataclass, replace
from typing import Literal

ServerName = Literal["limit", "nicegui", "plekberaad", "hosted"]
Measure = Literal["ideas", "joining", "walls", "phases", "parts", "killed", "messages"]

ALL: tuple[ServerName, ...] = ("limit", "nicegui", "plekberaad")
HOSTED: tuple[ServerName, ...] = ("hosted",)
WITHOUT_NICEGUI: tuple[ServerName, ...] = ("limit", "plekberaad")
PEOPLE_A_TABLE = 6
MAX_TABLES = 12


@dataclass(frozen=True)
class Case:
    """Rooms of `phones` phones and a projector; every room sends `per_second` ideas a second.

    `is_shared`: every phone sees the whole wall, not only its own table's. `walls` are the numbers
    of notes at which the bytes are counted. Of the hosted server there are `processes`; with
    `is_spread` each room's screens are at all of them in turn, else all at one.
    """

    name: str
    measure: Measure = "ideas"
    rooms: int = 1
    phones: int = 60
    tables: int = 0
    is_shared: bool = True
    notes_before: int = 10
    ideas: int = 30
    per_second: float = 3
    walls: tuple[int, ...] = ()
    servers: tuple[ServerName, ...] = ALL
    processes: int = 1
    is_spread: bool = False

    @property
    def tables_a_room(self) -> int:
        """What was asked, or tables of six."""
        return self.tables or min(max(self.phones // PEOPLE_A_TABLE, 2), MAX_TABLES)

    @property
    def rounds(self) -> int:
        """Five are enough for twenty presses of *next*."""
        return 5 if self.measure == "phases" else 1

    @property
    def clients(self) -> int:
        """All phones and projectors."""
        return self.rooms * (self.phones + 1)


CASES = (
    Case("room", ideas=90),
    Case("burst", ideas=60, per_second=60),
    Case("twenty", rooms=20),
    Case("tables", rooms=20, tables=8, is_shared=False, servers=WITHOUT_NICEGUI),
    Case("joining", "joining", rooms=20),
    Case("walls", "walls", per_second=10, walls=(10, 100, 400)),
    Case("phases", "phases", servers=WITHOUT_NICEGUI),
    Case("rooms-5", rooms=5, ideas=18),
    Case("rooms-10", rooms=10, ideas=18),
    Case("rooms-40", rooms=40, ideas=18, servers=WITHOUT_NICEGUI),
    Case("phones-15", rooms=10, phones=15, ideas=18),
    Case("phones-30", rooms=10, phones=30, ideas=18),
    Case("phones-120", rooms=10, phones=120, ideas=18, servers=WITHOUT_NICEGUI),
    Case("one-process", "parts", ideas=90, servers=HOSTED),
    Case("spread", "parts", ideas=90, servers=HOSTED, processes=3, is_spread=True),
    Case("hosted-1", "parts", rooms=20, servers=HOSTED),
    Case("hosted-2", "parts", rooms=20, servers=HOSTED, processes=2),
    Case("hosted-3", "parts", rooms=20, servers=HOSTED, processes=3),
    Case("killed", "killed", servers=HOSTED, processes=3, is_spread=True),
    Case("messages", "messages", servers=HOSTED),
)

# The lines of the picture: along each only one thing grows.
BY_ROOMS = ("room", "rooms-5", "rooms-10", "twenty", "rooms-40")
BY_PHONES = ("phones-15", "phones-30", "rooms-10", "phones-120")


def case_named(name: str) -> Case:
    """The case with this name; raises KeyError."""
    return {case.name: case for case in CASES}[name]


def quick(case: Case) -> Case:
    """The same in small: to see that everything works, not to measure."""
    return replace(
        case,
        rooms=min(case.rooms, 3),
        phones=min(case.phones, 12),
        tables=min(case.tables, 2),
        ideas=min(case.ideas, 12),
        walls=tuple(wall for wall in case.walls if wall <= 100),
    )
