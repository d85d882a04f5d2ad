"""The rules of ideas: who may write, change, mark and explain them, and when."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from plekberaad_app.activities.acting import is_repeat, standing
from plekberaad_app.activities.carousel.acts import (
    AddIdea,
    AnswerIdea,
    AskClarification,
    ChangeIdea,
    MarkIdea,
    TakeBackIdea,
)
from plekberaad_app.activities.carousel.options import options_of
from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.carousel.wall import IDEA, is_secret
from plekberaad_app.activities.interface import Actor, Scene
from plekberaad_app.activities.texts import clean
from plekberaad_app.domain.contributions import Contribution
from plekberaad_app.domain.errors import NotAllowed, NotFound

MOST_CHARACTERS = 280
MOST_PER_ROUND = 100


def add(scene: Scene, act: AddIdea, actor: Actor) -> Sequence[Contribution]:
    """A new idea, also a late one from a phone that was offline; the same idea sent twice is one.

    It stands with the table and the challenge of the round it was written in. Raises NotAllowed
    (too_early, owner_listens, too_many, id_taken, carousel.*) or BadInput.
    """
    if is_repeat(scene, act.id, IDEA, actor):
        return ()
    if not scene.has_reached("ideas", act.round):
        raise NotAllowed("too_early")
    table = _table_of(scene, act, actor)
    challenge_id = _challenge_to_think_about(scene, act.round, table, actor)
    _check_flood(scene, act.round, table, actor.author)
    return (_idea(scene, act, actor, table, challenge_id),)


def change(scene: Scene, act: ChangeIdea, actor: Actor) -> Sequence[Contribution]:
    """Other words for one's own idea; raises NotFound, NotAllowed('not_your_idea') or BadInput."""
    return _with(_own(scene, act.id, actor), text=clean(act.text, MOST_CHARACTERS))


def take_back(scene: Scene, act: TakeBackIdea, actor: Actor) -> Sequence[Contribution]:
    """Leave an empty shell of one's own idea; nothing happens the second time."""
    known = scene.board.get(act.id)
    if known is not None and known.withdrawn and known.author == actor.author:
        return ()
    return (replace(_own(scene, act.id, actor), withdrawn=True, payload={}),)


def mark(scene: Scene, act: MarkIdea, actor: Actor) -> Sequence[Contribution]:
    """The owner will work with this idea, or no longer; raises NotFound or NotAllowed."""
    return _with(_under_review(scene, act.id, actor), marked=act.on)


def ask(scene: Scene, act: AskClarification, actor: Actor) -> Sequence[Contribution]:
    """The owner wants to know more, or no longer; raises NotFound or NotAllowed."""
    return _with(_under_review(scene, act.id, actor), asked=act.on)


def answer(scene: Scene, act: AnswerIdea, actor: Actor) -> Sequence[Contribution]:
    """The author tells more, when asked; raises NotFound, NotAllowed or BadInput."""
    idea = _own(scene, act.id, actor)
    if not idea.payload["asked"]:
        raise NotAllowed("carousel.not_asked")
    return _with(idea, answer=clean(act.text, MOST_CHARACTERS))


def _table_of(scene: Scene, act: AddIdea, actor: Actor) -> int:
    """Where an idea belongs: the author's table in that round, or the one a facilitator names."""
    if actor.person is None:
        if act.table is None:
            raise NotAllowed("carousel.which_table")
        return act.table
    if act.person is not None and not actor.is_facilitator:
        raise NotAllowed("carousel.only_for_table")
    table, _ = round_of(scene, act.round).seat(actor.person)
    if not table:
        raise NotAllowed("carousel.no_table")
    return table


def _challenge_to_think_about(scene: Scene, number: int, table: int, actor: Actor) -> str:
    challenge = round_of(scene, number).challenges.get(table)
    if challenge is None:
        raise NotAllowed("carousel.no_owner_here")
    if actor.person and challenge.owner.id == actor.person.id:
        raise NotAllowed("owner_listens")
    return challenge.id


def _check_flood(scene: Scene, number: int, table: int, author: str) -> None:
    written = sum(
        (idea.step_id, idea.round, idea.table) == (scene.step.id, number, table)
        for idea in scene.board.of_author(author, IDEA)
    )
    if written >= MOST_PER_ROUND:
        raise NotAllowed("too_many", most=MOST_PER_ROUND)


def _idea(scene: Scene, act: AddIdea, actor: Actor, table: int, challenge_id: str) -> Contribution:
    is_now = scene.stop is not None and scene.stop.round == act.round
    return Contribution(
        id=act.id,
        step_id=scene.step.id,
        round=act.round,
        phase=scene.stop.phase if scene.stop and is_now else "ideas",
        table=table,
        challenge_id=challenge_id,
        author=actor.author,
        kind=IDEA,
        payload={
            "text": clean(act.text, MOST_CHARACTERS),
            "marked": False,
            "asked": False,
            "answer": "",
        },
        created_at=scene.now,
        on_behalf=actor.on_behalf,
    )


def _own(scene: Scene, idea_id: str, actor: Actor) -> Contribution:
    idea = standing(scene, idea_id, IDEA)
    if idea.author != actor.author:
        raise NotAllowed("not_your_idea")
    return idea


def _under_review(scene: Scene, idea_id: str, actor: Actor) -> Contribution:
    """An idea that its owner has in front of them now; what the owner cannot see is not found."""
    idea = standing(scene, idea_id, IDEA)
    owner = round_of(scene, idea.round).challenges.get(idea.table or 0)
    if owner is None or actor.person is None or owner.owner.id != actor.person.id:
        raise NotAllowed("carousel.owners_only")
    if idea.hidden or is_secret(scene, options_of(scene), idea.round):
        raise NotFound("idea_unknown")
    if not _is_reviewed_now(scene, idea.round):
        raise NotAllowed("carousel.not_in_review")
    return idea


def _is_reviewed_now(scene: Scene, number: int) -> bool:
    stop = scene.stop
    return stop is not None and stop.round == number and stop.phase in {"review", "next_step"}


def _with(idea: Contribution, **changes: Any) -> Sequence[Contribution]:
    payload = {**idea.payload, **changes}
    return () if payload == idea.payload else (replace(idea, payload=payload),)
