"""A whole evening for the tests of the use cases: programme, people with keys, tables, owners."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from plekberaad_app.activities.contract.stage import running
from plekberaad_app.core.evening import Evening, LiveSession
from plekberaad_app.core.programme import Step
from plekberaad_app.live.snapshot import take
from plekberaad_app.platform.database import live_sessions, programmes
from plekberaad_app.platform.database.engine import transaction
from plekberaad_app.platform.permissions import Facilitator, Visitor
from plekberaad_app.room import acts, admission, challenges, seating, steering
from plekberaad_app.room.acts import ActRequest
from tests.casting import CODE, NOW, evening, new_facilitator

PROGRAMME = (
    Step("welcome", "welcome", "Welkom", {"text": "Fijn dat je er bent."}),
    Step("carousel", "carousel", "Ideeën voor het plein", {"rounds": 2}),
    Step("voting", "voting", "Stemmen", {"choices": ["Bankje", "Boom", "Feest"], "budget": 2}),
)


@dataclass
class Room:
    """An evening under test; `now` stands still until a test moves it."""

    facilitator: Facilitator
    live_session_id: str
    code: str = CODE
    now: datetime = NOW
    visitors: list[Visitor] = field(default_factory=list)

    def look(self) -> Evening:
        """The evening as a fresh read shows it."""
        return take(self.live_session_id).evening

    @property
    def live_session(self) -> LiveSession:
        """The live session as a fresh read shows it."""
        return self.look().live_session

    def check_in(self, name: str = "", kind: str = "resident", habit: str = "never") -> Visitor:
        """One more phone."""
        key = admission.check_in(self.code, name, kind, habit, self.now)
        self.visitors.append(Visitor(self.live_session_id, key))
        return self.visitors[-1]

    def fill(self, people: int) -> None:
        """People of every kind, in a fixed mix."""
        for index in range(people):
            kind = "professional" if index % 6 == 5 else "resident"
            habit = "never" if index % 9 < 5 else "sometimes"
            self.check_in(f"Mens {index + 1}", kind, habit)

    def seat(self, tables: int) -> None:
        """Make tables."""
        seating.make_tables(self.facilitator, self.live_session_id, tables, random.Random(1))

    def bring_challenges(self, per_table: int = 2) -> None:
        """The first people at every table bring a challenge; who brought one before comes first."""
        look = self.look()
        owners = {challenge.owner.id for challenge in look.challenges}
        for table in range(1, look.live_session.tables + 1):
            at_table = [person for person in look.people if person.table == table]
            at_table.sort(key=lambda person: person.id not in owners)
            for person in at_table[:per_table]:
                challenges.name_owner(
                    self.facilitator,
                    self.live_session_id,
                    person.number,
                    f"De kans van nummer {person.number}",
                    self.now,
                )

    def gather(self, people: int = 12, tables: int = 2) -> None:
        """So many people at so many tables, with a challenge for each of two rounds."""
        self.fill(people)
        self.seat(tables)
        self.bring_challenges()

    @property
    def thinkers(self) -> list[Visitor]:
        """The phones of who brings no challenge, in the order in which they came in."""
        look = self.look()
        owners = {challenge.owner.number for challenge in look.challenges}
        numbers = [person.number for person in look.people if person.number not in owners]
        return [self.visitors[number - 1] for number in numbers]

    def steer(self, command: str, facilitator: Facilitator | None = None) -> None:
        """A steering command made on what is true now."""
        made_on = self.live_session.steering
        steering.steer(
            facilitator or self.facilitator, self.live_session_id, command, made_on, self.now
        )

    def go_to(self, step: str, phase: str = "", round_number: int = 1) -> None:
        """Press *next* until the room stands there; next steps are answered with 'not yet'."""
        while not self.stands_at(step, phase, round_number):
            self.answer_not_yet()
            self.steer("next")

    def stands_at(self, step: str, phase: str, round_number: int) -> bool:
        """Whether the room is there now."""
        here = running(self.look(), self.now)
        stop = here[1].stop if here else None
        return bool(
            here
            and stop
            and here[1].step.id == step
            and (not phase or (stop.phase, stop.round) == (phase, round_number))
        )

    def answer_not_yet(self) -> None:
        """Every table says 'not yet' when the carousel wants a next step."""
        for number in (1, 2):
            if self.stands_at("carousel", "next_step", number):
                for table in range(1, self.live_session.tables + 1):
                    self.act_on_tablet("not_yet", {"table": table}, round=number)

    def act(
        self, visitor: Visitor, name: str, step: str = "carousel", round: int = 1, **payload: Any
    ) -> None:
        """One phone does something."""
        acts.act_as_visitor(visitor, ActRequest(step, round, name, payload), self.now)

    def act_on_tablet(
        self, name: str, payload: dict[str, Any], step: str = "carousel", round: int = 1
    ) -> None:
        """The tablet does something in a step."""
        wish = ActRequest(step, round, name, payload)
        acts.act_as_facilitator(self.facilitator, self.live_session_id, wish, self.now)

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)


def open_room(
    programme: tuple[Step, ...] = PROGRAMME,
    name: str = "Anna",
    library: str = "De Linde",
    code: str = CODE,
) -> Room:
    """An evening in the lobby, with a programme and nobody in it."""
    facilitator = new_facilitator(name, library)
    live_session = evening(facilitator, code)
    with transaction() as db:
        live_sessions.change(db, live_session.id, cast=True)
        programmes.replace_steps(db, live_session.id, programme)
    return Room(facilitator, live_session.id, code)


def room_in_ideas(people: int = 12) -> Room:
    """So many people at two tables, in the ideas phase of the first round."""
    room = open_room()
    room.gather(people)
    room.go_to("carousel", "ideas")
    return room


def room_full_of(word: str) -> Room:
    """The same; a person and an idea are called like this."""
    room = open_room()
    room.fill(8)
    room.check_in(word)
    room.seat(2)
    room.bring_challenges()
    room.go_to("carousel", "ideas")
    room.act_on_tablet("add_idea", {"id": "hun-idee-01", "text": word, "round": 1, "table": 1})
    return room
