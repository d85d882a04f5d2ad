"""Another owner for a turn while the carousel runs, from the people who sit at that table then."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from plekberaad_app.activities.carousel.lines import name_of
from plekberaad_app.activities.carousel.planning.hosting import OwnerSeat
from plekberaad_app.activities.carousel.planning.replacement import (
    hear_twice,
    replaced,
    without_turn,
)
from plekberaad_app.activities.carousel.planning.rotation_plan import RotationPlan
from plekberaad_app.activities.carousel.rounds import Round, number_now, round_of, seating_of
from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.capabilities import Replan
from plekberaad_app.activities.contract.lookups import challenge_id
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.people import Challenge, Person


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn that changes hands."""

    round: int
    table: int
    old: Challenge | None
    new: Challenge


def replan(scene: Scene, number: int, table: int, person: Person) -> Replan:
    """Give this person the turn at a table in a round; raises NotAllowed (carousel.*).

    Who brings no challenge takes over that of the owner they replace.
    """
    _require_open(scene, number)
    laid = round_of(scene, number)
    _require_there(laid, table, person)
    old = laid.challenges.get(table)
    turn = _Turn(number, table, old, _challenge(scene, person, old))
    before = RotationPlan.from_json(scene.step.plan["rotation"])
    host = OwnerSeat(turn.new.id, person.id, person.table or table)
    owners = _with(host, [OwnerSeat(**owner) for owner in scene.step.plan["owners"]])
    after = replaced(before, number, table, host)
    broken = list(_broken(scene, turn, before, after, owners))
    return Replan(
        plan={"rotation": after.to_json(), "owners": [asdict(owner) for owner in owners]},
        challenge=turn.new,
        said=(_done(turn), *_later(turn, after, scene.stops[-1].round), *broken),
        is_kept=not broken,
    )


def _require_open(scene: Scene, number: int) -> None:
    if not scene.step.plan:
        raise NotAllowed("carousel.not_begun")
    if scene.stop is None or not number_now(scene) <= number <= scene.stops[-1].round:
        raise NotAllowed("carousel.round_over")


def _require_there(laid: Round, table: int, person: Person) -> None:
    there, role = laid.seat(person)
    if there != table:
        raise NotAllowed("carousel.sits_elsewhere")
    if role == "owner":
        raise NotAllowed("carousel.is_owner_already")


def _challenge(scene: Scene, person: Person, old: Challenge | None) -> Challenge:
    own = next((each for each in scene.challenges if each.owner.id == person.id), None)
    if own:
        return own
    if old is None:
        raise NotAllowed("carousel.bring_challenge_first")
    return replace(old, id=challenge_id(person), owner=person)


def _with(host: OwnerSeat, owners: Sequence[OwnerSeat]) -> list[OwnerSeat]:
    return [*(owner for owner in owners if owner.challenge_id != host.challenge_id), host]


def _done(turn: _Turn) -> Say:
    values = {"new": name_of(turn.new.owner), "table": turn.table, "round": turn.round}
    return Say("carousel.replaced", values)


def _later(turn: _Turn, after: RotationPlan, last: int) -> Iterator[Say]:
    """When the old owner has a turn after all in this step, because the two swapped."""
    for number in range(turn.round + 1, last + 1):
        if turn.old and after.challenge_at(turn.table, number) == turn.old.id:
            values = {"old": name_of(turn.old.owner), "round": number}
            yield Say("carousel.replaced.later", values)


def _broken(
    scene: Scene,
    turn: _Turn,
    before: RotationPlan,
    after: RotationPlan,
    owners: Sequence[OwnerSeat],
) -> Iterator[Say]:
    """The promises of the rotation that could not be kept."""
    if turn.old and turn.old.id in without_turn(before, after):
        yield Say("carousel.replaced.lost", {"old": name_of(turn.old.owner)})
    host = next(owner for owner in owners if owner.challenge_id == turn.new.id)
    if people := len(hear_twice(after, seating_of(scene.people), owners, host)):
        values = {"new": name_of(turn.new.owner), "n": people}
        yield Say("carousel.replaced.twice", values)
