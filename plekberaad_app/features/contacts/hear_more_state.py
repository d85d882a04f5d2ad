"""On a phone: what one may hear more about, and what one left for that."""

from dataclasses import dataclass, field
from functools import partial
from typing import Any

import reflex as rx

from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.say import Say
from plekberaad_app.features.contacts import contacts
from plekberaad_app.features.contacts.contacts import Offer
from plekberaad_app.platform.i18n.dates import local_time
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.tokens import is_our_key
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import admission
from plekberaad_app.room.identity import allows, participant_key, route_code
from plekberaad_app.room.running import Outcome, find_patiently, run, run_patiently


@dataclass(frozen=True)
class OfferView:
    """A question, and how its library may reach this phone's holder; until 'd-m-yyyy' or ''."""

    step_id: str = ""
    about: str = ""
    name: str = ""
    reach: str = ""
    until: str = ""


@dataclass(frozen=True)
class Refusal:
    """Why a form was not accepted, and the step that it is about."""

    step_id: str = ""
    sentence: Say = field(default_factory=Say)


class HearMoreState(rx.State):
    """`status`: '' (not loaded), 'unknown' (no such code), 'nobody' (not in the room) or 'known'.

    The defaults are empty; only the holder of the key gets more.
    """

    status: str = ""
    code: str = ""
    offers: list[OfferView] = []
    refusal: Refusal = Refusal()

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Show the questions of this evening about which one may hear more."""
        self.reset()
        code = route_code(self)
        look = (
            run_patiently
            if is_our_key(participant_key(self, code), code)
            else partial(find_patiently, self, code)
        )
        found = await look(_visitor, code, participant_key(self, code))
        if found.is_refused:
            self.status = "unknown"
            return
        self.code = code
        await self._look(found.value)

    @rx.event
    @allows(Action.ADD, Resource.CONTACT)
    async def leave(self, form: dict[str, Any]) -> None:
        """Keep how one may be reached; the form names the step."""
        await self._change(_leave, read_text(form, "step_id"), form)

    @rx.event
    @allows(Action.REMOVE, Resource.CONTACT)
    async def take_back(self, step_id: str) -> None:
        """Delete what one left after a step."""
        await self._change(_take_back, str(step_id))

    async def _change(self, change: Any, step_id: str, *given: Any) -> None:
        code = route_code(self)
        visitor = await run(_visitor, code, participant_key(self, code))
        done = visitor if visitor.is_refused else await run(change, visitor.value, step_id, *given)
        self.refusal = _refusal(step_id, done)
        if not done.is_refused:
            await self._look(visitor.value)

    async def _look(self, visitor: Visitor) -> None:
        found = await run_patiently(contacts.offers, visitor, now())
        self.status = "nobody" if found.is_refused else "known"
        self.offers = [] if found.is_refused else [_view(offer) for offer in found.value]


def _visitor(code: str, key: str) -> Visitor:
    return Visitor(admission.find_room(code).id, key)


def _leave(visitor: Visitor, step_id: str, form: Any) -> None:
    contacts.leave(visitor, step_id, contacts.details_in(form), now())


def _take_back(visitor: Visitor, step_id: str) -> None:
    contacts.take_back(visitor, step_id, now())


def _refusal(step_id: str, done: Outcome) -> Refusal:
    return Refusal(step_id, done.sentence) if done.is_refused else Refusal()


def _view(offer: Offer) -> OfferView:
    left = offer.left
    if left is None:
        return OfferView(offer.step_id, offer.about)
    return OfferView(offer.step_id, offer.about, left.name, left.reach, day(left.ends_at))


def day(moment: Any) -> str:
    """A day in digits, such as '28-2-2027': read in every language."""
    local = local_time(moment)
    return f"{local.day}-{local.month}-{local.year}"
