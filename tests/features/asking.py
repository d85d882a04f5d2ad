"""What is asked of plain routes by the facilitators of two libraries."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """What to ask of the routes of one folder; addresses are written as in the routes.

    `for_the_code`: those that are open to whoever has the code of a room; `forms`: what works, if
    sent by who may; `files`: in which a facilitator of the room reads, as text, what people wrote.
    """

    for_the_code: Collection[str] = ()
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    files: Collection[str] = ()
