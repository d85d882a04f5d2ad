"""What is known about the person behind a phone: read once, when its page opens."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.activities.contract.judging import own_words
from plekberaad_app.activities.contract.manifest import Manifest
from plekberaad_app.activities.contract.titles import own_and_ours
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.say import Say
from plekberaad_app.features.privacy import own_data
from plekberaad_app.features.privacy.own_data import OwnData
from plekberaad_app.platform.i18n.dates import local_time
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.tokens import is_our_key
from plekberaad_app.room import admission
from plekberaad_app.room.identity import allows, participant_key, route_code
from plekberaad_app.room.running import find_patiently, run_patiently

# What the plain route says after it erased somebody (features/privacy/routes.py).
ERASED = "gewist"


@dataclass(frozen=True)
class OwnLine:
    """Something this person wrote, and in which step: as a facilitator called it, or `titled`."""

    step: str = ""
    titled: Say = field(default_factory=Say)
    text: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class MyDataView:
    """`status`: '' (not loaded), 'unknown' (no such code), 'nobody', 'erased' or 'known'."""

    status: str = ""
    code: str = ""
    title: str = ""
    joined: str = ""
    name: str = ""
    kind: str = ""
    habit: str = ""
    table: int = 0
    challenge: str = ""
    written: list[OwnLine] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    is_claimed: bool = False
    is_wiped: bool = False


class MyDataState(rx.State):
    """The defaults are empty; only the holder of the key gets more."""

    view: MyDataView = MyDataView()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> Any:
        """Show what is known; after an erasure also clear what this phone itself kept."""
        self.reset()
        code = route_code(self)
        key = participant_key(self, code)
        # A phone that got a key from us for this room already knows its code.
        look = run_patiently if is_our_key(key, code) else partial(find_patiently, self, code)
        found = await look(_known, code, key)
        if not found.is_refused:
            self.view = view_of(found.value)
            return None
        if found.refusal and found.refusal.code != "not_checked_in":
            self.view = MyDataView(status="unknown")
            return None
        is_erased = ERASED in self.router.url.query_parameters
        self.view = MyDataView(status="erased" if is_erased else "nobody", code=code)
        return rx.clear_local_storage() if is_erased else None


def view_of(known: OwnData) -> MyDataView:
    """Everything, as the page draws it."""
    person = known.person
    counts = Counter(key for item in known.written if (key := _counted_as(known, item)))
    lines = (_line(known, item) for item in known.written)
    return MyDataView(
        status="known",
        code=known.live_session.code,
        title=known.live_session.title,
        joined=f"{local_time(known.joined_at):%H:%M}",
        name=person.name,
        kind=person.kind.value if person.kind else "",
        habit=person.habit.value if person.habit else "",
        table=person.table or 0,
        challenge=known.challenge.sentence if known.challenge else "",
        written=[line for line in lines if line.text],
        counts={key: counts[key] for key in counted_keys()},
        is_claimed=known.is_claimed,
        is_wiped=known.is_wiped,
    )


def counted_keys() -> list[str]:
    """What activities call what people did without a word."""
    return sorted({key for one in activities().values() for key in one.rules.counted.values()})


def _counted_as(known: OwnData, item: Contribution) -> str:
    """What the activity calls this; '' for what was written."""
    one = _activity(known, item)
    return one.rules.counted.get(item.kind, "") if one else ""


def _line(known: OwnData, item: Contribution) -> OwnLine:
    """Of what the activity keeps, only people's own words; without any there is nothing to read."""
    one, step = _activity(known, item), known.steps.get(item.step_id)
    words = own_words(one.rules, item) if one else ()
    title, titled = own_and_ours(step.title if step else "")
    return OwnLine(title, titled, " · ".join(words), item.hidden)


def _activity(known: OwnData, item: Contribution) -> Manifest | None:
    step = known.steps.get(item.step_id)
    return activities().get(step.kind) if step else None


def _known(code: str, key: str) -> OwnData:
    return own_data.own_data(Visitor(admission.find_room(code).id, key))
