"""The carousel's plan as the facilitator may read it, before and while it runs."""

from collections.abc import Mapping
from typing import Any

from plekberaad_app.activities.carousel.lines import name_of
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.meetings import meetings
from plekberaad_app.activities.carousel.planning.rotation import fewest_rounds, most_rounds
from plekberaad_app.activities.carousel.planning.rotation_plan import Mode, RotationPlan
from plekberaad_app.activities.carousel.rounds import (
    Round,
    make_plan,
    owner_seats,
    round_of,
    seating_of,
)
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.memoizing import memoized
from plekberaad_app.core.people import Challenge, Person
from plekberaad_app.core.programme import Step


def _made_from(scene: Scene, _options: CarouselOptions) -> tuple[object, ...]:
    """What determines a preview; the options are those of the step."""
    cast = (scene.step, scene.people, scene.challenges)
    return (*cast, scene.tables, scene.stop.round if scene.stop else 0)


@memoized(16, by=_made_from)
def preview(scene: Scene, options: CarouselOptions) -> Mapping[str, Any]:
    """Per round and table the owner and where the thinkers come from; what fits; JSON-ready.

    `fewest` and `most` rounds keep the promises of the rotation; `minutes` is one round's length.
    """
    owners = owner_seats(scene.people, scene.challenges)
    mode = Mode(options.mode)
    return {
        "step_id": scene.step.id,
        "mode": options.mode,
        "rounds": options.rounds,
        "is_frozen": bool(scene.step.plan),
        "rows": [row for number in range(1, options.rounds + 1) for row in _rows(scene, number)],
        "meetings": _meetings(scene.step, scene.people, scene.challenges),
        "fewest": fewest_rounds(mode, scene.tables, owners) if owners else 0,
        "most": most_rounds(mode, scene.tables, owners) if owners else 0,
        "minutes": round(sum(stop.length.total_seconds() for stop in options.stops()[:5]) / 60),
    }


def _rows(scene: Scene, number: int) -> list[dict[str, Any]]:
    """Once the plan is fixed also the tables without an owner: somebody may still take the turn."""
    laid = round_of(scene, number)
    tables = range(1, scene.tables + 1) if scene.step.plan else sorted(laid.challenges)
    return [_row(number, table, laid) | _others(scene, number, table, laid) for table in tables]


def _row(number: int, table: int, laid: Round) -> dict[str, Any]:
    challenge = laid.challenges.get(table)
    homes = sorted({person.table or 0 for person in laid.thinkers.get(table, ())})
    return {
        "round": number,
        "table": table,
        "owner": name_of(challenge.owner) if challenge else "",
        "owner_number": challenge.owner.number if challenge else 0,
        "challenge": challenge.sentence if challenge else "",
        "groups": ", ".join(str(home) for home in homes),
    }


def _others(scene: Scene, number: int, table: int, laid: Round) -> dict[str, Any]:
    """Who may take the turn, once the plan is fixed and as long as the round is not over."""
    is_open = scene.step.plan and scene.stop and number >= scene.stop.round
    return {
        "others": [
            {"number": person.number, "name": name_of(person)}
            for person in scene.people
            if is_open and laid.seat(person) in {(table, "thinker"), (table, "waiting")}
        ]
    }


@memoized(64)
def _meetings(step: Step, people: tuple[Person, ...], challenges: tuple[Challenge, ...]) -> int:
    """How many pairs of people meet; 0 as long as there is no plan."""
    try:
        plan = step.plan or make_plan(step, people, challenges)
    except DomainError:
        return 0
    rotation = RotationPlan.from_json(plan["rotation"])
    owners = [OwnerSeat(**owner) for owner in plan["owners"]]
    return meetings(rotation, seating_of(people), owners).new
