"""The carousel's plan as the facilitator may read it, before and while it runs."""

from collections.abc import Iterator
from dataclasses import dataclass

from plekberaad_app.activities.carousel.lines import name_of
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.meetings import meetings
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan
from plekberaad_app.activities.carousel.rounds import (
    Round,
    make_plan,
    owner_seats,
    round_of,
    seating_of,
)
from plekberaad_app.activities.carousel.turns import turns_left as still_to_come
from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.capabilities import Preview
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n.catalogue import text


def _made_from(scene: Scene, _options: CarouselOptions) -> tuple[object, ...]:
    """What determines a preview; the options are those of the step."""
    cast = (scene.step, scene.people, scene.challenges, scene.steps)
    return (*cast, scene.tables, scene.stop.round if scene.stop else 0)


@dataclass(frozen=True)
class Somebody:
    """Somebody who may take over a turn."""

    number: int
    name: str


@dataclass(frozen=True)
class TurnView:
    """One round at one table: whose turn it is, and at which tables sat who think along."""

    round: int
    table: int
    owner: str
    owner_number: int
    challenge: str
    groups: str
    others: tuple[Somebody, ...]


@dataclass(frozen=True)
class PlanView:
    """What the panel of the plan draws.

    `needed` is the number of rounds that gives everyone a turn, 0 where the chosen number does.
    `missing` says what a plan without `rows` waits for.
    """

    rounds: int
    rows: tuple[TurnView, ...]
    meetings: int
    needed: int
    missing: Say


@dataclass(frozen=True, slots=True)
class _Fit:
    """How many rounds there are, and between which numbers the rotation keeps its promises."""

    rounds: int
    fewest: int
    most: int

    @property
    def needed(self) -> int:
        """The number of rounds nearest to this that gives everyone a turn; 0 if this does."""
        if not 0 < self.fewest <= self.most:
            return 0
        nearest = min(max(self.rounds, self.fewest), self.most)
        return 0 if nearest == self.rounds else nearest

    @property
    def gives_turns(self) -> bool:
        """Whether every owner gets a turn, as far as anybody can tell."""
        return 0 < self.fewest <= self.rounds <= self.most


@memoized(16, by=_made_from)
def preview(scene: Scene, options: CarouselOptions) -> Preview:
    """Per round and table the owner and where the thinkers come from, and whether it fits."""
    fit, is_frozen = _fit(scene, options), bool(scene.step.plan)
    rows = tuple(row for number in range(1, options.rounds + 1) for row in _rows(scene, number))
    needed = 0 if is_frozen else fit.needed
    return Preview(
        view=PlanView(
            rounds=options.rounds,
            rows=rows,
            meetings=_meetings(scene.step, scene.people, scene.challenges, scene.steps),
            needed=needed,
            missing=Say() if rows else Say(f"carousel.plan.missing.{_missing(scene, fit)}"),
        ),
        says=(_other_rounds(fit, needed),) if needed else (*_told(fit, options),),
        is_wrong=needed > 0,
        is_frozen=is_frozen,
    )


def _fit(scene: Scene, options: CarouselOptions) -> _Fit:
    owners = owner_seats(scene.people, scene.challenges)
    left, mode = still_to_come(scene.step, scene.steps, owners), Mode(options.mode)
    if not left.owners:
        return _Fit(options.rounds, 0, 0)
    return _Fit(options.rounds, left.fewest(mode, scene.tables), left.most(mode, scene.tables))


def _other_rounds(fit: _Fit, needed: int) -> Say:
    return Say("carousel.plan.rounds", {"n": needed, "rounds": fit.rounds})


def _told(fit: _Fit, options: CarouselOptions) -> Iterator[Say]:
    """How long the rounds take, and that everybody gets a turn."""
    minutes = round(sum(stop.length.total_seconds() for stop in options.stops()[:5]) / 60)
    each, total = (text("amount.minutes", n=length) for length in (minutes, fit.rounds * minutes))
    yield Say("carousel.plan.takes", {"n": fit.rounds, "minutes": each, "total": total})
    if fit.gives_turns:
        yield Say("carousel.plan.fits")


def _missing(scene: Scene, fit: _Fit) -> str:
    """What a plan is waiting for: only what is really missing."""
    if not scene.tables:
        return "tables"
    if not scene.challenges:
        return "wishes"
    return "other_rounds" if fit.fewest else "seated_wishes"


def turns_left(scene: Scene, number: int) -> list[tuple[int, int]]:
    """The round and the table of each turn that this person still has, once that is planned."""
    if not (scene.stop and scene.step.plan):
        return []
    return [
        (later, table)
        for later in range(scene.stop.round, CarouselOptions.of(scene.step).rounds + 1)
        for table, challenge in sorted(round_of(scene, later).challenges.items())
        if challenge.owner.number == number
    ]


def _rows(scene: Scene, number: int) -> list[TurnView]:
    """Once the plan is fixed also the tables without an owner: somebody may still take the turn."""
    laid = round_of(scene, number)
    tables = range(1, scene.tables + 1) if scene.step.plan else sorted(laid.challenges)
    return [_row(scene, number, table, laid) for table in tables]


def _row(scene: Scene, number: int, table: int, laid: Round) -> TurnView:
    challenge = laid.challenges.get(table)
    homes = sorted({person.table or 0 for person in laid.thinkers.get(table, ())})
    return TurnView(
        round=number,
        table=table,
        owner=name_of(challenge.owner) if challenge else "",
        owner_number=challenge.owner.number if challenge else 0,
        challenge=challenge.sentence if challenge else "",
        groups=", ".join(str(home) for home in homes),
        others=_others(scene, number, table, laid),
    )


def _others(scene: Scene, number: int, table: int, laid: Round) -> tuple[Somebody, ...]:
    """Who may take the turn, once the plan is fixed and as long as the round is not over."""
    if not (scene.step.plan and scene.stop and number >= scene.stop.round):
        return ()
    return tuple(
        Somebody(person.number, name_of(person))
        for person in scene.people
        if laid.seat(person) in {(table, "thinker"), (table, "waiting")}
    )


@memoized(64)
def _meetings(
    step: Step,
    people: tuple[Person, ...],
    challenges: tuple[Challenge, ...],
    steps: tuple[Step, ...],
) -> int:
    """How many pairs of people meet; 0 as long as there is no plan."""
    try:
        plan = step.plan or make_plan(step, people, challenges, steps)
    except DomainError:
        return 0
    rotation = RotationPlan.from_json(plan["rotation"])
    owners = [OwnerSeat(**owner) for owner in plan["owners"]]
    return meetings(rotation, seating_of(people), owners).new
