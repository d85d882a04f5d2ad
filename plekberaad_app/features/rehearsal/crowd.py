"""The simulated participants: they come in within a minute, then do what the evening asks of
them."""

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from plekberaad_app.activities.contract.demo import Minds
from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.programme import Position
from plekberaad_app.features.rehearsal import cast
from plekberaad_app.features.rehearsal.cast import Character
from plekberaad_app.features.rehearsal.turns import Participant, Planned, planned
from plekberaad_app.live.snapshot import Snapshot, take
from plekberaad_app.platform.permissions import Facilitator, Visitor
from plekberaad_app.room import acts, admission, challenges

ARRIVAL_SECONDS = 60.0
# From check-in to the challenge that somebody types on their phone.
TYPING_SECONDS = 4.0
LOOK_EVERY_SECONDS = 0.4


@dataclass(frozen=True, slots=True)
class Stage:
    """The evening they come to, and the facilitator who writes down who has no phone."""

    live_session_id: str
    code: str
    facilitator: Facilitator


class Crowd:
    """Everyone in the room; they follow whatever a facilitator does to the evening."""

    def __init__(self, stage: Stage, rng: random.Random) -> None:
        self._stage = stage
        self._minds = Minds(rng)
        self._keys: list[str] = []
        self._snapshot: Snapshot | None = None
        self._planned_for: Position | None = None
        self._turns: list[Planned] = []

    async def play(self) -> None:
        """Take part until the evening closes, or is deleted."""
        people = cast.characters()
        pause = ARRIVAL_SECONDS / len(people)
        async with asyncio.TaskGroup() as group:
            for index, character in enumerate(people):
                group.create_task(self._arrive(character, 1 + index * pause))
            group.create_task(self._take_part())

    async def _arrive(self, character: Character, after: float) -> None:
        await asyncio.sleep(after)
        if not character.has_phone:
            await _try(self._be_added, character)
        elif key := await _try(self._check_in, character):
            await self._bring(character, key)

    async def _bring(self, character: Character, key: str) -> None:
        if character.challenge:
            await asyncio.sleep(TYPING_SECONDS)
            await _try(challenges.offer, self._visitor(key), character.challenge, _now())

    def _be_added(self, character: Character) -> None:
        facilitator, room = self._stage.facilitator, self._stage.live_session_id
        name, kind, habit = character.name, character.kind, character.habit
        admission.add_by_hand(facilitator, room, name, kind, habit, _now())

    def _check_in(self, character: Character) -> str:
        code, name = self._stage.code, character.name
        key = admission.check_in(code, name, character.kind, character.habit, _now())
        self._keys.append(key)
        return key

    async def _take_part(self) -> None:
        while True:
            evening = await _try(self._look)
            if evening is None or not evening.live_session.is_open:
                return
            for turn in self._due(evening):
                await _try(self._do, turn)
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def _look(self) -> Evening:
        self._snapshot = take(self._stage.live_session_id, self._snapshot)
        return self._snapshot.evening

    def _due(self, evening: Evening) -> list[Planned]:
        """The turns whose time has come; those of a finished phase are dropped."""
        position, clock = evening.live_session.position, evening.live_session.clock
        if position != self._planned_for:
            self._planned_for, self._turns = position, self._plan(evening)
        passed = clock.elapsed(_now()) / clock.length if clock else 0.0
        due = [turn for turn in self._turns if turn.at <= passed]
        self._turns = self._turns[len(due) :]
        return due

    def _plan(self, evening: Evening) -> list[Planned]:
        here = running(evening, _now())
        return planned(here[1], self._guests(), self._minds) if here else []

    def _guests(self) -> list[Participant]:
        """The people who are there; somebody the facilitator removed no longer takes part."""
        visitors = map(self._visitor, self._keys)
        found = ((visitor, admission.who_is(visitor)) for visitor in visitors)
        return [Participant(person, visitor) for visitor, person in found if person]

    def _do(self, turn: Planned) -> None:
        here = running(self._look(), _now())
        if here and (request := turn.request(here[1])):
            acts.act_as_visitor(turn.visitor, request, _now())

    def _visitor(self, key: str) -> Visitor:
        return Visitor(self._stage.live_session_id, key)


async def _try(use_case: Callable[..., Any], *args: Any) -> Any:
    """If the evening refuses something, people let it be: the room may just have moved on."""
    with suppress(DomainError):
        return await asyncio.to_thread(use_case, *args)


def _now() -> datetime:
    return datetime.now(UTC)
