"""What a room's screens are shown: made where the screens are known, handed in by the wiring."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import AnyScreen, Audience
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Person

Values = dict[str, Any]
Look = Callable[[Evening, Audience, datetime], Values]


@dataclass(frozen=True, slots=True)
class Projections:
    """The views of an evening, one per audience, as values by the name of a var.

    `shared` has the parts of a whole view: a part is made again when something it was made from has
    changed. `passing` is what changes by time alone. Both are by screen. `audience_of` says which
    view a phone shares with others, `personal` is for its person alone; `companion` is the
    participant whose view an onlooker gets, and `impersonal` replaces what would be somebody's own.
    `gone` is what is shown of a room that no longer exists.
    """

    shared: Mapping[AnyScreen, Sequence[Look]]
    passing: Mapping[AnyScreen, Look]
    audience_of: Callable[[Evening, Person | None, datetime], Audience]
    personal: Callable[[Evening, Person | None, str, datetime], Values]
    companion: Callable[[Evening, datetime], Person | None]
    impersonal: Callable[[Evening, datetime], Values]
    gone: Values
