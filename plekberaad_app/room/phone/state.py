"""A participant's phone: shows what the room's publisher sends, and passes on what people do."""

from functools import partial
from typing import Any

import reflex as rx

from plekberaad_app.activities.contract.capabilities import OwnNote
from plekberaad_app.activities.contract.discovery import is_kept
from plekberaad_app.core.form_values import read_text
from plekberaad_app.core.rights import Action, Resource
from plekberaad_app.core.say import Say
from plekberaad_app.live.registry import room_registry
from plekberaad_app.live.viewers import Viewer
from plekberaad_app.platform.permissions import Visitor
from plekberaad_app.platform.tokens import is_our_key
from plekberaad_app.platform.use_cases import now
from plekberaad_app.room import acts, admission, at_tables, challenges
from plekberaad_app.room.act_requests import read_act_request
from plekberaad_app.room.identity import allows, facilitator_token, participant_key, route_code
from plekberaad_app.room.running import Outcome, find_patiently, run, run_patiently
from plekberaad_app.room.screen_vars import ScreenVars
from plekberaad_app.room.tablet.steering import steered_room
from plekberaad_app.room.views.common import StageView, TableView
from plekberaad_app.room.views.phone import MeView, RefusalView, TakenHomeView


class PhoneState(ScreenVars, rx.State):
    """The vars are views; the publisher fills them. Whatever starts with an underscore stays
    here."""

    me: MeView = MeView()
    mine: list[OwnNote] = []
    earlier: list[OwnNote] = []
    stored: list[str] = []
    personal: dict[str, Any] = {}
    home: TakenHomeView = TakenHomeView()
    refusal: RefusalView = RefusalView()
    at_table: TableView = TableView()
    # How many write at this table, or as many as are told (live/writers.py).
    writers: int = 0

    _code: str = ""
    _live_session_id: str = ""

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def enter(self) -> None:
        """Find the room and the person, and subscribe the socket to what is theirs."""
        self._code, self._live_session_id = route_code(self), ""
        key = participant_key(self, self._code)
        # A phone that got a key from us for this room already knows its code.
        guessing = partial(find_patiently, self, self._code)
        look = run_patiently if is_our_key(key, self._code) else guessing
        found = await look(_whose_phone, self._code, key)
        if found.is_refused:
            self.stage = StageView(status="unknown")
            return
        self._live_session_id, person_id = found.value
        sid = self.router.session.session_id
        own_key = key if is_our_key(key, self._code) else ""
        room_registry().enter(self._live_session_id, Viewer(sid, "phone", person_id, own_key))

    @rx.event
    @allows(Action.READ, Resource.ENTRANCE)
    async def look_along(self) -> Any:
        """Show a facilitator what a participant sees, without being one."""
        self._code = route_code(self)
        self._live_session_id, elsewhere = await steered_room(self, self._code)
        if self._live_session_id:
            viewer = Viewer(
                self.router.session.session_id,
                "phone",
                key=facilitator_token(self),
                is_onlooker=True,
            )
            room_registry().enter(self._live_session_id, viewer)
        return elsewhere

    @rx.event
    @allows(Action.ADD, Resource.CONTRIBUTION)
    async def act(self, step_id: str, round: int, name: str, payload: dict[str, Any]) -> None:
        """Do something in a step; what was stored comes back through the publisher."""

        def wanted(visitor: Visitor) -> None:
            request = read_act_request(step_id, round, name, payload)
            acts.act_as_visitor(visitor, request, now())

        outcome = await run(wanted, await self._visitor())
        self._answer(outcome, payload, stays=outcome.is_away and is_kept(name, self.room.kinds))

    @rx.event
    @allows(Action.ADD, Resource.OWN_CHALLENGE)
    async def offer_challenge(self, form: dict[str, Any]) -> None:
        """Offer a challenge, to be its owner."""

        def wanted(visitor: Visitor) -> None:
            challenges.offer(visitor, read_text(form, "sentence"), now())

        self._answer(await run(wanted, await self._visitor()), {"id": "challenge"})

    @rx.event
    @allows(Action.REMOVE, Resource.OWN_CHALLENGE)
    async def withdraw_challenge(self) -> None:
        """No longer be an owner."""
        self._answer(await run(challenges.withdraw, await self._visitor()), {})

    @rx.event
    @allows(Action.CHANGE, Resource.READINESS)
    async def be_ready(self, stop: str, on: bool) -> None:
        """This table is ready for what comes next, or not after all."""
        visitor = await self._visitor()
        ready = at_tables.be_ready
        self._answer(await run(ready, visitor, str(stop), now(), on=on is True), {})

    @rx.event
    @allows(Action.ADD, Resource.HELP)
    async def call_for_help(self, on: bool) -> None:
        """This table needs help, or no longer."""
        visitor = await self._visitor()
        self._answer(await run(at_tables.call_for_help, visitor, now(), on=on is True), {})

    async def _visitor(self) -> Visitor:
        """Whose phone this is now: the cookie says so, not what this state remembers.

        After a restart a phone may send what was waiting before its page has entered the room
        again.
        """
        if self._live_session_id:
            return Visitor(self._live_session_id, participant_key(self, self._code))
        self._code = route_code(self)
        key = participant_key(self, self._code)
        # Without a key for this room somebody may be guessing its code: they are nobody anywhere.
        if is_our_key(key, self._code):
            found = await run(admission.find_room, self._code)
            self._live_session_id = "" if found.is_refused else found.value.id
        return Visitor(self._live_session_id, key)

    def _answer(self, outcome: Outcome, payload: Any, *, stays: bool = False) -> None:
        """Say why it was refused. What `stays` on the phone is sent again by itself."""
        about = payload.get("id", "") if isinstance(payload, dict) else ""
        sentence = Say("error.not_stored_yet") if stays else outcome.sentence
        # Setting it sends it; usually nothing was refused, just like the time before.
        if sentence.key or self.refusal.sentence.key:
            about = str(about)[:64] if sentence.key else ""
            as_of = outcome.refusal.as_of if outcome.refusal else ""
            self.refusal = RefusalView(about, sentence, stays, as_of)


def _whose_phone(code: str, key: str) -> tuple[str, str]:
    """The live session and the person ('' for a guest) behind a code and a key."""
    live_session = admission.find_room(code)
    person = admission.who_is(Visitor(live_session.id, key))
    return live_session.id, person.id if person else ""
