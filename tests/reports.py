"""A whole evening to report on: 36 people, six tables, two rounds, 150 ideas, one vote."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from plekberaad_app.activities import registry
from plekberaad_app.activities.interface import RoundYield, Scene, StepYield
from plekberaad_app.demo import cast
from plekberaad_app.domain.authorship import key_hash
from plekberaad_app.domain.contributions import Contribution, MemoryBoard
from plekberaad_app.domain.evening import Evening, LiveSession, Status
from plekberaad_app.domain.people import Challenge, Habit, Kind, Person
from plekberaad_app.domain.programme import Step
from plekberaad_app.domain.remembering import forget
from plekberaad_app.services.reported import Report
from plekberaad_app.services.reporting import report_of, totals_of
from plekberaad_app.store import contributions, live_sessions, programmes
from plekberaad_app.store.database import Database, Transaction
from plekberaad_app.store.tables import FacilitatorRow, LibraryRow, LoginRow

BEGIN = datetime(2026, 11, 23, 18, 45, tzinfo=UTC)
IDEAS = cast.ideas()
TABLES = 6
CAROUSEL = Step("carousel-step", "carousel", "Ideeën in de kring")
VOTE = Step("vote-step", "voting", "Stemmen over de ideeën")

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


class YieldsWhatStandsOnTheBoard:
    """An activity whose rounds are what the board says; the report needs no more of it."""

    kind = "carousel"

    def stops(self, step: Step) -> tuple[()]:
        return ()

    def yields(self, scene: Scene) -> StepYield:
        ideas = [idea for idea in scene.board.of_step(scene.step.id, "idea") if not idea.hidden]
        places = sorted({(idea.round, idea.table or 0) for idea in ideas})
        return StepYield(rounds=tuple(_round(ideas, *place) for place in places))


class YieldsTotals:
    """A vote that is counted."""

    kind = "voting"
    totals: tuple[tuple[str, int], ...] = (("Een bankje bij de school", 31), ("Een buurtauto", 4))

    def stops(self, step: Step) -> tuple[()]:
        return ()

    def yields(self, scene: Scene) -> StepYield:
        return StepYield(totals=self.totals)


@pytest.fixture
def simple_activities(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Carousel and vote yield what the test put down; their own rules have their own tests."""
    with monkeypatch.context() as patch:
        for activity in (YieldsWhatStandsOnTheBoard(), YieldsTotals()):
            patch.setitem(registry.ACTIVITIES, activity.kind, activity)
        yield
    # What they said of the steps that all tests share is not what the real ones say.
    forget()


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
    **room: Any,
) -> Evening:
    """An evening with these ideas and people, by default the whole one."""
    live_session = LiveSession(
        id="evening-1",
        code="K7M3XP",
        library_id="library-1",
        title="De Vogelbuurt, mooier voor iedereen",
        place="Bibliotheek de Vogelbuurt",
        question="Hoe wordt de Vogelbuurt de beste plek om te wonen, nu en voor wie na ons komt?",
        status=status,
        started_at=BEGIN,
        tables=TABLES,
    )
    return Evening(
        live_session=live_session,
        steps=steps,
        people=tuple(a_room() if people is None else people),
        challenges=tuple[Challenge, ...](),
        board=MemoryBoard(all_ideas() if ideas is None else ideas),
        **room,
    )


def a_room() -> list[Person]:
    """20 people who never come, 10 other residents and 6 professionals."""
    habits = [Habit.NEVER] * 20 + [Habit.SOMETIMES] * 6 + [Habit.ONCE] * 4 + [Habit.OFTEN] * 5
    kinds = [Kind.RESIDENT] * 30 + [Kind.PROFESSIONAL] * 6
    return [
        Person(f"person-{number}", number, kind=kind, habit=habit)
        for number, (kind, habit) in enumerate(zip(kinds, [*habits, None], strict=True), start=1)
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
    payload = {"text": words, "marked": more.pop("marked", False), "answer": more.pop("answer", "")}
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
            expires_at=now + timedelta(hours=1),
        )
    )


def _round(ideas: list[Contribution], number: int, table: int) -> RoundYield:
    owner, challenge = OWNERS[((number - 1) * TABLES + table - 1) % len(OWNERS)]
    return RoundYield(
        round=number,
        table=table,
        challenge=challenge,
        owner=owner,
        ideas=tuple(idea for idea in ideas if (idea.round, idea.table) == (number, table)),
        next_step=NEXT_STEPS[(number + table - 2) % len(NEXT_STEPS)],
    )
