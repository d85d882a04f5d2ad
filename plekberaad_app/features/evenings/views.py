"""What the desk draws: filled by its own states, since no publisher sends it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AboutView:
    """What an evening is about, as fields of the form that changes it."""

    title: str = ""
    place: str = ""
    question: str = ""
    starts_at: str = ""
    minutes_available: str = ""


@dataclass(frozen=True)
class LiveSessionCard:
    """An evening on the library's list; `starts` is date and time, or ''.

    `status`: see `room.views.common.StageView`.
    """

    code: str = ""
    title: str = ""
    place: str = ""
    starts: str = ""
    status: str = ""
