"""A whole evening to report on: 36 people, six tables, two rounds, 150 ideas, one vote."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plekberaad_app.activities.carousel.demo import said
from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.activities.contract.stage import stops_of
from plekberaad_app.core.authorship import key_hash
from plekberaad_app.core.contributions import Contribution, MemoryBoard
from plekberaad_app.core.evening import Evening, LiveSession, Status
from plekberaad_app.core.people import Challenge, Habit, Kind, Person
from plekberaad_app.core.programme import Position, Step
from plekberaad_app.features.report.model import Report
from plekberaad_app.features.report.report import report_of
from plekberaad_app.platform.database import contributions, live_sessions, programmes
from plekberaad_app.platform.database.engine import Database, Transaction
from plekberaad_app.platform.database.tables import FacilitatorRow, LibraryRow, LoginRow
from plekberaad_app.room.closing import totals_of

BEGIN = datetime(2026, 11, 23, 18, 45, tzinfo=UTC)
IDEAS = said.ideas()
TABLES = 6
ROUNDS = 2
CAROUSEL = Step("carousel-step", "carousel", "Ideeën in de kring", {"rounds": ROUNDS})
VOTE = Step(
    "vote-step",
    "voting",
    "Stemmen over de ideeën",
    {"choices": ["Een bankje bij de school", "Een buurtauto"]},
)
DOTS = (31, 4)

OWNERS = (
    ("Samira", "Hoe krijgen we ouders bij de school?"),
    ("Bram", "Hoe wordt het plein weer van iedereen?"),
    ("Yusuf", "Hoe bereiken we mensen die alleen wonen?"),
    ("Lies", "Wat doen we met het lege winkelpand?"),
    ("Chantal", "Hoe wordt het veiliger om te fietsen?"),
    ("Henk", "Hoe leren nieuwe buren elkaar kennen?"),
    ("Fatima", "Hoe komt er meer groen in de straat?"),
    ("Ruud", "Wat kunnen jongeren hier 's avonds doen?"),
    ("", "Hoe helpen we elkaar met formulieren?"),
    ("Mila", "Hoe maken we van de bieb een huiskamer?"),
    ("Jan", "Hoe houden we de wijk schoon zonder te zeuren?"),
    ("Aylin", "Hoe eten we vaker samen?"),
)
NEXT_STEPS: tuple[Mapping[str, Any] | None, ...] = (
    {
        "what": "Een bankje vragen bij de gemeente",
        "who": "Samira en Bram",
        "when": "vóór kerst",
    },
    {"what": "Kinderen laten tekenen wat zij willen", "who": "De meester van groep 6", "when": ""},
    {"what": "Een belcirkel beginnen met vijf mensen", "who": "Yusuf", "when": "volgende week"},
    {"not_yet": True},
    {"what": "De route naar school lopen met de wijkagent", "who": "", "when": "dinsdag om 8 uur"},
    None,
)


Turns = Mapping[tuple[int, int], Challenge]


@pytest.fixture
def evening_with_ideas(sqlite_store: Database) -> None:
    """A stored evening of library-1 that is over; both libraries have a login, by its cookie."""
    now = datetime.now(UTC)
    with sqlite_store.transaction() as db:
        for library in ("library-1", "library-2"):
            _add_logged_in_facilitator(db, library, now)
        room = LiveSession("evening-1", "K7M3XP", "library-1", "Vogelbuurt", status=Status.CLOSED)
        live_sessions.add(db, room, BEGIN)
        live_sessions.save(db, room)
        programmes.replace_steps(db, "evening-1", [CAROUSEL])
        ideas = [an_idea("een bankje", 1), an_idea("=1+1", 2), an_idea("niet", 3, hidden=True)]
        contributions.save(db, "evening-1", 1, ideas)


def a_report(evening: Evening | None = None) -> Report:
    """The report of an evening, by default of the whole one."""
    return report_of(evening or an_evening(), {}, BEGIN)


def a_closed_report(people: Sequence[Person]) -> Report:
    """The report of a closed evening with these people, whose answers are wiped."""
    evening = an_evening(people=(), status=Status.CLOSED)
    return report_of(evening, totals_of(people), BEGIN)


def an_evening(
    ideas: Iterable[Contribution] | None = None,
    people: Sequence[Person] | None = None,
    status: Status = Status.RUNNING,
    steps: tuple[Step, ...] = (CAROUSEL, VOTE),
) -> Evening:
    """An evening with these ideas and people, by default the whole one, at its very last stop.

    There was an owner wherever there were ideas, and each said something about a next step.
    """
    written = all_ideas() if ideas is None else list(ideas)
    turns = {(idea.round, idea.table or 0): _challenge(idea) for idea in written}
    planned = tuple(_planned(step, turns) if step is CAROUSEL else step for step in steps)
    live_session = LiveSession(
        id="evening-1",
        code="K7M3XP",
        library_id="library-1",
        title="De Vogelbuurt, mooier voor iedereen",
        place="Bibliotheek de Vogelbuurt",
        question="Hoe wordt de Vogelbuurt de beste plek om te wonen, nu en voor wie na ons komt?",
        status=status,
        position=_end_of(planned) if status is Status.RUNNING else None,
        started_at=BEGIN,
        tables=TABLES,
    )
    return Evening(
        live_session=live_session,
        steps=planned,
        people=tuple(a_room() if people is None else people),
        challenges=tuple(turns.values()),
        board=MemoryBoard([*written, *_decided(turns), *_votes()]),
    )


def a_room() -> list[Person]:
    """20 people who never come, 10 other residents and 6 professionals; the owners come first."""
    habits = [Habit.NEVER] * 20 + [Habit.SOMETIMES] * 6 + [Habit.ONCE] * 4 + [Habit.OFTEN] * 5
    kinds = [Kind.RESIDENT] * 30 + [Kind.PROFESSIONAL] * 6
    names = [name for name, _ in OWNERS] + [""] * (36 - len(OWNERS))
    return [
        Person(f"person-{number}", number, name, kind=kind, habit=habit)
        for number, (name, kind, habit) in enumerate(
            zip(names, kinds, [*habits, None], strict=True), start=1
        )
    ]


def all_ideas() -> list[Contribution]:
    """The 150 ideas over two rounds and six tables, every seventh marked, every fiftieth hidden."""
    return [
        an_idea(
            words,
            number,
            round=1 + number * 2 // len(IDEAS),
            table=1 + (number * 5 + number // 7) % TABLES,
            phase="questions" if number % 13 == 0 else "ideas",
            marked=number % 7 == 0,
            hidden=number % 50 == 49,
        )
        for number, words in enumerate(IDEAS)
    ]


def an_idea(
    words: str,
    number: int = 0,
    *,
    round: int = 1,
    table: int = 3,
    phase: str = "ideas",
    **more: Any,
) -> Contribution:
    """One idea; `more` may say marked, answer, hidden or withdrawn."""
    payload = {
        "text": words,
        "marked": more.pop("marked", False),
        "asked": False,
        "answer": more.pop("answer", ""),
    }
    return Contribution(
        id=f"idea-{number}",
        step_id=CAROUSEL.id,
        round=round,
        phase=phase,
        table=table,
        challenge_id=f"challenge-{round}-{table}",
        author=f"author-tag-{number}",
        kind="idea",
        payload=payload,
        created_at=BEGIN + timedelta(seconds=5 * number),
        **more,
    )


def a_question(words: str, number: int, **more: Any) -> Contribution:
    """One typed question at table 3 in round 1."""
    asked = an_idea(words, number, phase="questions", **more)
    payload = {"text": words, "answered": False}
    return replace(asked, id=f"question-{number}", kind="question", payload=payload)


def _add_logged_in_facilitator(db: Transaction, library: str, now: datetime) -> None:
    facilitator = f"of-{library}"
    db.add(LibraryRow(id=library, name=library, created_at=now))
    db.flush()
    db.add(
        FacilitatorRow(
            id=facilitator,
            library_id=library,
            name="Els",
            login_name=facilitator,
            password_hash="",
            created_at=now,
        )
    )
    db.flush()
    db.add(
        LoginRow(
            token_hash=key_hash(f"cookie-{library}"),
            facilitator_id=facilitator,
            used_at=now,
            expires_at=now + timedelta(hours=1),
        )
    )


def _end_of(steps: tuple[Step, ...]) -> Position | None:
    return Position(len(steps) - 1, len(stops_of(steps[-1])) - 1) if steps else None


def _challenge(idea: Contribution) -> Challenge:
    turn = (idea.round - 1) * TABLES + (idea.table or 0) - 1
    owner, sentence = OWNERS[turn]
    return Challenge(idea.challenge_id, Person(f"person-{turn + 1}", turn + 1, owner), sentence)


def _planned(step: Step, turns: Turns) -> Step:
    """The carousel with a plan in which these challenges have these turns."""
    tables = range(1, TABLES + 1)
    plan = RotationPlan(
        Mode.INSIDE,
        rounds=ROUNDS,
        tables=TABLES,
        turns={
            table: tuple(_turn(turns, number, table) for number in range(1, ROUNDS + 1))
            for table in tables
        },
        hosts={challenge.id: table for (_, table), challenge in turns.items()},
    )
    owners = [
        asdict(OwnerSeat(challenge.id, challenge.owner.id, table))
        for (_, table), challenge in turns.items()
    ]
    return replace(step, plan={"rotation": plan.to_json(), "owners": owners})


def _turn(turns: Turns, number: int, table: int) -> str:
    return turns[number, table].id if (number, table) in turns else ""


def _decided(turns: Turns) -> Iterator[Contribution]:
    """What the owners will do first; some said 'not yet' and some said nothing."""
    for number, table in turns:
        if payload := NEXT_STEPS[(number + table - 2) % len(NEXT_STEPS)]:
            step = an_idea("", round=number, table=table, phase="next_step")
            step_id = own_id("next_step", CAROUSEL.id, number, table)
            yield replace(step, id=step_id, kind="next_step", payload=payload)


def _votes() -> Iterator[Contribution]:
    """One dot of each voter."""
    choices = [f"choice-{place}" for place, dots in enumerate(DOTS, start=1) for _ in range(dots)]
    for number, choice in enumerate(choices):
        vote = an_idea("", number, phase="vote")
        yield replace(
            vote, id=f"vote-{number}", step_id=VOTE.id, kind="vote", payload={"choice": choice}
        )
