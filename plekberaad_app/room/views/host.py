"""What only the screen of a table's host draws, or the device that a table shares."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SeatCard:
    """Somebody at the table, by the name that the room knows."""

    number: int = 0
    name: str = ""


@dataclass(frozen=True)
class HostView:
    """Who sits at the table, and whose turn it is to speak.

    `unheard` are the names of those who wrote nothing yet in this round: this screen alone has
    them, and it never tells how many anywhere else. `phoneless` are those for whom something can be
    typed. `steering` is the version that taking extra time must name. `can_write`: people write
    now.
    """

    table: int = 0
    phoneless: list[SeatCard] = field(default_factory=list)
    speaker: str = ""
    next_speaker: str = ""
    unheard: list[str] = field(default_factory=list)
    steering: int = 0
    can_write: bool = False
