"""What a room's screens are shown: made where the screens are known, handed in by the wiring."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.contract.activity import Audience, ScreenName
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.people import Person

Values = dict[str, Any]
Look = Callable[[Evening, Audience, datetime], Values]


@dataclass(frozen=True, slots=True)
class Projections:
    """The views of an evening, one per audience, as values by the name of a var.

    `shared` is a whole view, `arrivals` what of it a quiet change can touch, `passing` what changes
    by time alone; each by screen. `audience_of` says which view a phone shares with others,
    `personal` what is for its person alone; `companion` beside whom an onlooker sits, and
    `impersonal` what stands there in place of anybody's own. `gone` is what is left to see of a
    room that is not there any more.
    """

    shared: Mapping[ScreenName, Look]
    arrivals: Mapping[ScreenName, Look]
    passing: Mapping[ScreenName, Look]
    audience_of: Callable[[Evening, Person | None, datetime], Audience]
    personal: Callable[[Evening, Person | None, str, datetime], Values]
    companion: Callable[[Evening, datetime], Person | None]
    impersonal: Callable[[Evening, datetime], Values]
    gone: Values
