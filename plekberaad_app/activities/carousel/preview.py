"""The carousel's plan as the facilitator may read it, before and while it runs."""

from collections.abc import Mapping
from typing import Any

from plekberaad_app.activities.carousel.lines import shown_name
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import (
    Round,
    make_plan,
    owner_seats,
    round_of,
    seating_of,
)
from plekberaad_app.activities.interface import Scene
from plekberaad_app.domain.errors import DomainError
from plekberaad_app.domain.hosting import OwnerSeat
from plekberaad_app.domain.meetings import meetings
from plekberaad_app.domain.people import Challenge, Person
from plekberaad_app.domain.programme import Step
from plekberaad_app.domain.remembering import remembered
from plekberaad_app.domain.rotation import fewest_rounds, most_rounds
from plekberaad_app.domain.rotation_plan import Mode, RotationPlan


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
    laid = round_of(scene, number)
    return [_row(number, table, challenge, laid) for table, challenge in laid.challenges.items()]


def _row(number: int, table: int, challenge: Challenge, laid: Round) -> dict[str, Any]:
    homes = sorted({person.table or 0 for person in laid.thinkers.get(table, ())})
    return {
        "round": number,
        "table": table,
        "owner": shown_name(challenge.owner),
        "challenge": challenge.sentence,
        "groups": ", ".join(str(home) for home in homes),
    }


@remembered(64)
def _meetings(step: Step, people: tuple[Person, ...], challenges: tuple[Challenge, ...]) -> int:
    """How many pairs of people meet; 0 as long as there is no plan."""
    try:
        plan = step.plan or make_plan(step, people, challenges)
    except DomainError:
        return 0
    rotation = RotationPlan.from_json(plan["rotation"])
    owners = [OwnerSeat(**owner) for owner in plan["owners"]]
    return meetings(rotation, seating_of(people), owners).new
