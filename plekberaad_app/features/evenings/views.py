"""What the desk draws: filled by its own states, since no publisher sends it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class AboutView:
    """What an evening is about, as fields of the form that changes it."""

    title: str = ""
    place: str = ""
    question: str = ""
    starts_at: str = ""
    minutes_available: str = ""


@dataclass(frozen=True)
class LeafView:
    """The day of an evening as a calendar has it, such as 'di', '24', 'nov'; '' without a date."""

    weekday: str = ""
    day: str = ""
    month: str = ""


@dataclass(frozen=True)
class TodoView:
    """Something to do before an evening: a short sentence, and where it is done."""

    says: str = ""
    is_done: bool = False
    href: str = ""


@dataclass(frozen=True)
class WayView:
    """The next thing to do: what the button says, where it leads, and its pictogram."""

    says: str = ""
    href: str = ""
    symbol: str = "tablet"


@dataclass(frozen=True)
class LiveSessionCard:
    """An evening on the board; `starts` is date and time, or ''.

    It `is_over` when it was closed or its day has passed. `status`: see
    `room.views.common.StageView`.
    """

    code: str = ""
    title: str = ""
    place: str = ""
    question: str = ""
    starts: str = ""
    status: str = ""
    is_over: bool = False
    leaf: LeafView = LeafView()
    way: WayView = WayView()
    todo: list[TodoView] = field(default_factory=list)


@dataclass(frozen=True)
class GroupView:
    """The evenings of one group (`noticeboard.Group`), and how many more there are to show."""

    name: str = ""
    cards: list[LiveSessionCard] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class DeletedCard:
    """An evening that can be restored `until` a moment."""

    code: str = ""
    title: str = ""
    until: str = ""
