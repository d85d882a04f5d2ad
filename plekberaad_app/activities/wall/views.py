"""What phone, projector and tablet draw of a wall, but for the notes on it."""

from dataclasses import dataclass

from plekberaad_app.activities.contract.capabilities import PaperTablet, WallTablet


@dataclass(frozen=True)
class WallView:
    """The question; while it `is_private` only its author sees a note."""

    question: str
    is_private: bool


@dataclass(frozen=True)
class PhoneView(WallView):
    """The same, and whether people may ask to hear more."""

    offers_contact: bool


@dataclass(frozen=True)
class TableCount:
    """How many notes there are from a table."""

    table: int
    notes: int


@dataclass(frozen=True)
class ProjectorView(WallView):
    """With how many notes hang there, hidden ones aside."""

    notes: int
    per_table: tuple[TableCount, ...]


@dataclass(frozen=True)
class TabletView(WallTablet, PaperTablet):
    """The same, and how many of the people wrote something."""

    question: str
    notes: int
    per_table: tuple[TableCount, ...]
    writers: int
    people: int
