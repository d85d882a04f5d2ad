"""The report of an evening: what it yielded, and as much about who was there as may be told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from plekberaad_app.activities.interface import RoundYield, StepYield
from plekberaad_app.activities.registry import activity_of
from plekberaad_app.activities.stage import scene_of
from plekberaad_app.domain.contributions import Contribution
from plekberaad_app.domain.disclosure import Cell, told, told_cells, told_percentage
from plekberaad_app.domain.evening import Evening, LiveSession, Status
from plekberaad_app.domain.people import Habit, Kind, Person
from plekberaad_app.domain.programme import Step
from plekberaad_app.services.permission import Driver, require_driver
from plekberaad_app.store import evenings, live_sessions
from plekberaad_app.store.database import reading

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """One idea, without any trace of who wrote it. `answer` is what its author added when asked."""

    text: str
    phase: str
    table: int
    written_at: datetime
    is_marked: bool = False
    is_hidden: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What an owner takes on; all three are empty when they said 'not yet'."""

    what: str = ""
    who: str = ""
    when: str = ""

    @property
    def is_not_yet(self) -> bool:
        """Whether the owner said explicitly that there is no next step yet."""
        return not self.what


@dataclass(frozen=True, slots=True)
class RoundReport:
    """One round at one table. `owner` is '' once names were wiped."""

    round: int
    table: int
    challenge: str
    owner: str
    ideas: tuple[IdeaLine, ...]
    next_step: NextStep | None

    @property
    def shown(self) -> tuple[IdeaLine, ...]:
        """The ideas that were not hidden."""
        return tuple(idea for idea in self.ideas if not idea.is_hidden)

    @property
    def marked(self) -> tuple[IdeaLine, ...]:
        """What the owner will work on."""
        return tuple(idea for idea in self.shown if idea.is_marked)


@dataclass(frozen=True, slots=True)
class StepReport:
    """What one step left: rounds, or counted choices (a count of None means fewer than 5)."""

    title: str
    kind: str
    rounds: tuple[RoundReport, ...] = ()
    choices: tuple[tuple[str, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """Who was there, in cells that may be told; `people` None means fewer than 5.

    `habits` and the share of newcomers in whole per cents are for the facilitator only.
    """

    people: int | None
    kinds: tuple[Cell, ...]
    habits: tuple[Cell, ...]
    newcomer_percentage: int | None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report page or a download is made of."""

    live_session: LiveSession
    steps: tuple[StepReport, ...]
    presence: Presence

    @property
    def rounds(self) -> tuple[RoundReport, ...]:
        """All rounds of all steps."""
        return tuple(found for step in self.steps for found in step.rounds)

    @property
    def ideas(self) -> tuple[IdeaLine, ...]:
        """All ideas that were not hidden."""
        return tuple(idea for found in self.rounds for idea in found.shown)


def report(driver: Driver, code: str, now: datetime) -> Report:
    """The report of the live session with this code.

    Raises NotFound('code_unknown'), or NotAllowed when it belongs to another library.
    """
    with reading() as db:
        live_session = live_sessions.by_code(db, code)
        require_driver(driver, live_session)
        evening = evenings.around(db, live_session)
        return report_of(evening, live_sessions.totals(db, live_session.id), now)


def report_of(evening: Evening, kept_totals: Mapping[str, Any], now: datetime) -> Report:
    """The report of an evening; `kept_totals` is what closing left of its people (`totals_of`)."""
    is_closed = evening.live_session.status is Status.CLOSED
    totals = kept_totals if is_closed and kept_totals else totals_of(evening.people)
    steps = (_step_report(evening, step, now) for step in evening.steps)
    return Report(
        live_session=evening.live_session,
        steps=tuple(step for step in steps if step.rounds or step.choices),
        presence=_presence(totals),
    )


def totals_of(people: Iterable[Person]) -> dict[str, Any]:
    """What remains of kind and habit when an evening closes: counts of persons, JSON-ready."""
    everyone = list(people)
    kinds = Counter(person.kind for person in everyone)
    habits = Counter(person.habit for person in everyone)
    return {
        "people": len(everyone),
        "residents": kinds[Kind.RESIDENT],
        "professionals": kinds[Kind.PROFESSIONAL],
        "habits": {habit.value: habits[habit] for habit in Habit} | {UNKNOWN: habits[None]},
    }


def _presence(totals: Mapping[str, Any]) -> Presence:
    known = totals["residents"] + totals["professionals"]
    kinds = {
        Kind.RESIDENT.value: totals["residents"],
        Kind.PROFESSIONAL.value: totals["professionals"],
        UNKNOWN: totals["people"] - known,
    }
    habits = told_cells(totals["habits"])
    return Presence(
        people=told(totals["people"]),
        kinds=told_cells(kinds),
        habits=habits,
        newcomer_percentage=told_percentage(habits, Habit.NEVER.value),
    )


def _step_report(evening: Evening, step: Step, now: datetime) -> StepReport:
    yielded = activity_of(step.kind).yields(scene_of(evening, step, now))
    rounds = map(_round_report, yielded.rounds)
    return StepReport(
        title=step.title,
        kind=step.kind,
        rounds=tuple(sorted(rounds, key=lambda found: (found.round, found.table))),
        choices=_choices(yielded),
    )


def _choices(yielded: StepYield) -> tuple[tuple[str, int | None], ...]:
    # Their sum is not told, so a small count cannot be found by subtraction.
    return tuple((label, told(count)) for label, count in yielded.totals)


def _round_report(yielded: RoundYield) -> RoundReport:
    return RoundReport(
        round=yielded.round,
        table=yielded.table,
        challenge=yielded.challenge,
        owner=yielded.owner,
        ideas=tuple(_idea_line(item) for item in yielded.ideas if not item.withdrawn),
        next_step=_next_step(yielded.next_step),
    )


def _idea_line(item: Contribution) -> IdeaLine:
    return IdeaLine(
        text=item.payload["text"],
        phase=item.phase,
        table=item.table or 0,
        written_at=item.created_at,
        is_marked=bool(item.payload.get("marked")),
        is_hidden=item.hidden,
        answer=item.payload.get("answer") or "",
    )


def _next_step(recorded: Mapping[str, Any] | None) -> NextStep | None:
    if recorded is None:
        return None
    return NextStep(*(str(recorded.get(name) or "") for name in ("what", "who", "when")))
