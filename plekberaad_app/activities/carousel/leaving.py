"""An owner who left in the middle of it: what their table can do, and what was decided for it."""

from collections.abc import Sequence
from functools import lru_cache

from plekberaad_app.activities.acting import own_id
from plekberaad_app.activities.carousel.acts import LetRest
from plekberaad_app.activities.carousel.lines import shown_name
from plekberaad_app.activities.carousel.rounds import number_now, round_of
from plekberaad_app.activities.interface import Actor, Say, Scene
from plekberaad_app.activities.obstacle import Ask, Cure, Obstacle
from plekberaad_app.domain.contributions import Contribution
from plekberaad_app.domain.errors import NotAllowed
from plekberaad_app.domain.people import MOST_CHALLENGE
from plekberaad_app.domain.rights import Action, Thing

KIND = "rest"


def let_rest(scene: Scene, act: LetRest, actor: Actor) -> Sequence[Contribution]:
    """The facilitator lets a table go without a wish in this round; raises NotAllowed."""
    if not actor.may(Action.CHANGE, Thing.TURNS):
        raise NotAllowed("carousel.facilitator_only")
    if act.table not in round_of(scene, act.round).left:
        raise NotAllowed("carousel.no_owner_here")
    contribution_id = _rest_id(scene.step.id, act.round, act.table)
    if scene.board.get(contribution_id):
        return ()
    return (_rest(scene, act, actor, contribution_id),)


def rests(scene: Scene, number: int, table: int) -> bool:
    """Whether it was decided that this table goes without a wish in this round."""
    return scene.board.get(_rest_id(scene.step.id, number, table)) is not None


def obstacle(scene: Scene) -> Obstacle | None:
    """The tables of this round whose owner left, each with who can take the turn."""
    number = number_now(scene)
    tables = [table for table in round_of(scene, number).left if not rests(scene, number, table)]
    parts = tuple(_left_at(scene, number, table) for table in tables)
    if len(parts) < 2:
        return parts[0] if parts else None
    # No tap for all of them at once: each table has people of its own to ask.
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
    choices = tuple((person.number, shown_name(person)) for person in people)
    asks = (
        Ask("number", Say("carousel.ask.owner"), choices=choices),
        Ask("sentence", Say("carousel.ask.challenge"), MOST_CHALLENGE, is_required=True),
    )
    values = {"table": table, "round": number}
    return (Cure("replace_owner", Say("carousel.cure.take_over"), values=values, asks=asks),)


def _rest(scene: Scene, act: LetRest, actor: Actor, contribution_id: str) -> Contribution:
    return Contribution(
        id=contribution_id,
        step_id=scene.step.id,
        round=act.round,
        phase=scene.stop.phase if scene.stop else "over",
        table=act.table,
        challenge_id="",
        author=actor.author,
        kind=KIND,
        payload={},
        created_at=scene.now,
        on_behalf=actor.on_behalf,
    )


@lru_cache(maxsize=1024)
def _rest_id(step_id: str, number: int, table: int) -> str:
    return own_id(KIND, step_id, number, table)
