"""The rules of typed questions: for the owner alone, who answers aloud and ticks them off."""

from collections.abc import Sequence

from plekberaad_app.activities.carousel import writing
from plekberaad_app.activities.carousel.acts import TickQuestion
from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import standing
from plekberaad_app.activities.kit import writing as kit
from plekberaad_app.activities.kit.writing import TakeBack, Write
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed, NotFound
from plekberaad_app.core.rights import Action, Resource

QUESTION = "question"
QUESTIONS = writing.TextKind(
    kind=QUESTION,
    phase="questions",
    too_early="carousel.too_early_to_ask",
    too_many="too_many_questions",
    fresh={"answered": False},
)


def ask(scene: Scene, act: Write, actor: Actor) -> Sequence[Contribution]:
    """A new question (see `writing.write`)."""
    return writing.write(scene, act, actor, QUESTIONS)


def take_back(scene: Scene, act: TakeBack, actor: Actor) -> Sequence[Contribution]:
    """Leave an empty shell of one's own question."""
    return kit.take_back(scene, act, actor, QUESTION)


def tick(scene: Scene, act: TickQuestion, actor: Actor) -> Sequence[Contribution]:
    """It was answered, or not after all: the owner says so, or the facilitator for them.

    Raises NotFound or NotAllowed.
    """
    question = standing(scene, act.id, QUESTION)
    is_owner = _is_owner(scene, question, actor)
    if not actor.may(Action.CHANGE, Resource.ANSWERED, is_owner=is_owner):
        raise NotAllowed("carousel.owners_only")
    if question.hidden:
        raise NotFound("question_unknown")
    return kit.changed(question, answered=act.on)


def questions_at(
    scene: Scene, number: int, table: int, *, with_hidden: bool = False
) -> list[Contribution]:
    """What was asked of the owner of a table in a round, in order of arrival."""
    return [
        question
        for question in scene.board.of_step(scene.step.id, QUESTION)
        if (question.round, question.table) == (number, table)
        and (with_hidden or not question.hidden)
    ]


def _is_owner(scene: Scene, question: Contribution, actor: Actor) -> bool:
    challenge = round_of(scene, question.round).challenges.get(question.table or 0)
    return bool(challenge and actor.person and challenge.owner.id == actor.person.id)
