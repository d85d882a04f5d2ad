"""What is said of an evening on paper and in a message, as far as it is known."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Self

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.plain_text import optional_line
from plekberaad_app.features.handouts.handouts import Occasion
from plekberaad_app.platform.i18n.dates import day_and_month, long_date, said_time
from plekberaad_app.platform.pdf.typesetting import printable

MAX_WHERE = 120
MAX_HOW = 160


@dataclass(frozen=True, slots=True)
class Additions:
    """What only whoever hands it out knows: where it is, and how to come; '' for nothing."""

    where: str = ""
    how: str = ""

    @classmethod
    def read(cls, where: str, how: str) -> Self:
        """As typed; raises BadInput: text_too_long (most), text_unreadable."""
        return cls(optional_line(where, MAX_WHERE), optional_line(how, MAX_HOW))


@dataclass(frozen=True, slots=True)
class Facts:
    """Each is '' as long as nobody has said it; `where` is the library unless it is elsewhere.

    `day` is `date` without the year.
    """

    title: str
    place: str
    question: str
    library: str
    day: str
    date: str
    begins: str
    ends: str
    where: str
    how: str

    def on_paper(self) -> Self:
        """The same, without signs that no font of ours can draw."""
        every = (field.name for field in fields(self))
        return type(self)(**{name: printable(getattr(self, name)) for name in every})


def facts_of(occasion: Occasion, added: Additions) -> Facts:
    """What is known of this evening."""
    live_session = occasion.live_session
    begins = live_session.starts_at
    return Facts(
        title=live_session.title,
        place=live_session.place,
        question=live_session.question,
        library=occasion.library,
        day=day_and_month(begins) if begins else "",
        date=long_date(begins) if begins else "",
        begins=said_time(begins) if begins else "",
        ends=_end(occasion, begins) if begins else "",
        where=added.where or occasion.library,
        how=added.how,
    )


def _end(occasion: Occasion, begins: datetime) -> str:
    timeline = timeline_of(occasion.steps)
    length = timeline.length_from(timeline.first())
    return said_time(begins + length) if length else ""
