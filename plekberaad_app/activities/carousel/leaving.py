"""An owner who left midway: what their table can do, and what was decided for it."""

from collections.abc import Sequence

from plekberaad_app.activities.carousel.acts import KeepWish, LetRest
from plekberaad_app.activities.carousel.lines import name_of
from plekberaad_app.activities.carousel.resting import (
    KEPT_WISH,
    REST,
    decision,
    kept_wish,
    rests,
)
from plekberaad_app.activities.carousel.rounds import number_now, round_of
from plekberaad_app.activities.contract.activity import Actor, Say, Scene
from plekberaad_app.activities.contract.obstacle import Ask, Cure, Obstacle
from plekberaad_app.activities.kit.contributing import require_facilitator
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.people import MAX_CHALLENGE
from plekberaad_app.core.rights import Resource


def let_rest(scene: Scene, act: LetRest, actor: Actor) -> Sequence[Contribution]:
    """The facilitator lets a table go without a wish in this round; raises NotAllowed."""
    require_facilitator(actor, Resource.TURNS, "carousel")
    if act.table not in round_of(scene, act.round).left:
        raise NotAllowed("carousel.no_owner_here")
    if rests(scene, act.round, act.table):
        return ()
    return (decision(scene, actor, REST, act.round, act.table),)


def keep_wish(scene: Scene, act: KeepWish, actor: Actor) -> Sequence[Contribution]:
    """The sentence of an owner who leaves stays, for whoever takes over; raises NotAllowed."""
    require_facilitator(actor, Resource.TURNS, "carousel")
    brought = round_of(scene, act.round).challenges.get(act.table)
    if brought is None:
        raise NotAllowed("carousel.no_owner_here")
    kept = {"sentence": brought.sentence}
    return (decision(scene, actor, KEPT_WISH, act.round, act.table, **kept),)


def obstacle(scene: Scene) -> Obstacle | None:
    """The tables of this round whose owner left, each with the people who can take the turn."""
    number = number_now(scene)
    tables = [table for table in round_of(scene, number).left if not rests(scene, number, table)]
    parts = tuple(_left_at(scene, number, table) for table in tables)
    if len(parts) < 2:
        return parts[0] if parts else None
    # No single tap for all of them: each table has its own people to ask.
    told = ", ".join(map(str, tables))
    return Obstacle("carousel.owners_left", (), {"tables": told}, parts, is_blocking=False)


def _left_at(scene: Scene, number: int, table: int) -> Obstacle:
    here = {"table": table, "round": number}
    stops = Cure("act", Say("carousel.cure.let_rest"), "let_rest", here)
    return Obstacle(
        "carousel.owner_left",
        (*_taking_over(scene, number, table), stops),
        {"table": table},
        is_blocking=False,
    )


def _taking_over(scene: Scene, number: int, table: int) -> tuple[Cure, ...]:
    laid = round_of(scene, number)
    people = [each for each in scene.people if laid.seat(each)[0] == table]
    if not people:
        return ()
    choices = tuple((person.number, name_of(person)) for person in people)
    asks = (
        Ask("number", Say("carousel.ask.owner"), choices=choices),
        Ask(
            "sentence",
            Say("carousel.ask.challenge"),
            MAX_CHALLENGE,
            is_required=True,
            given=kept_wish(scene, number, table),
        ),
    )
    values = {"table": table, "round": number}
    return (Cure("replace_owner", Say("carousel.cure.take_over"), values=values, asks=asks),)
