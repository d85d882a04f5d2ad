"""The rules of ideas: who may write, change, mark and explain them, and when."""

from collections.abc import Sequence

from plekberaad_app.activities.carousel import wall, writing
from plekberaad_app.activities.carousel.acts import (
    AnswerIdea,
    AskClarification,
    ChangeIdea,
    MarkIdea,
)
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.carousel.wall import IDEA
from plekberaad_app.activities.contract.activity import Actor, Scene
from plekberaad_app.activities.contract.lookups import standing
from plekberaad_app.activities.kit import writing as kit
from plekberaad_app.activities.kit.writing import (
    TakeBack,
    Write,
    changed,
)
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed, NotFound

# When an owner goes through what the table wrote.
REVIEWING = frozenset({"review", "next_step"})

IDEAS = writing.TextKind(
    kind=IDEA,
    phase="ideas",
    too_early="too_early",
    too_many="too_many",
    fresh={"marked": False, "asked": False, "answer": ""},
)


def add(scene: Scene, act: Write, actor: Actor) -> Sequence[Contribution]:
    """A new idea (see `writing.write`)."""
    return writing.write(scene, act, actor, IDEAS)


def change(scene: Scene, act: ChangeIdea, actor: Actor) -> Sequence[Contribution]:
    """New words for one's own idea, until the step is over; raises NotFound or NotAllowed."""
    return kit.rewrite(scene, act, actor, IDEA, "carousel.words_stand")


def take_back(scene: Scene, act: TakeBack, actor: Actor) -> Sequence[Contribution]:
    """Leave an empty shell in place of one's own idea."""
    return kit.take_back(scene, act, actor, IDEA)


def mark(scene: Scene, act: MarkIdea, actor: Actor) -> Sequence[Contribution]:
    """The owner will work with this idea, or no longer; raises NotFound or NotAllowed."""
    return changed(_under_review(scene, act.id, actor), marked=act.on)


def ask(scene: Scene, act: AskClarification, actor: Actor) -> Sequence[Contribution]:
    """The owner wants to know more, or no longer; raises NotFound or NotAllowed."""
    return changed(_under_review(scene, act.id, actor), asked=act.on)


def answer(scene: Scene, act: AnswerIdea, actor: Actor) -> Sequence[Contribution]:
    """The author explains, when asked; raises NotFound, NotAllowed or BadInput."""
    idea = kit.own(scene, act.id, actor, IDEA)
    if not idea.payload["asked"]:
        raise NotAllowed("carousel.not_asked")
    return changed(idea, answer=act.text)


def _under_review(scene: Scene, idea_id: str, actor: Actor) -> Contribution:
    """An idea that its owner is looking at now; what the owner cannot see is not found.

    Only owners say which ideas they will work with: the tablet does so only for an owner without a
    phone.
    """
    idea = standing(scene, idea_id, IDEA)
    owner = round_of(scene, idea.round).challenges.get(idea.table or 0)
    if owner is None or actor.person is None or owner.owner.id != actor.person.id:
        raise NotAllowed("carousel.owners_only")
    if actor.is_facilitator and owner.owner.has_phone:
        raise NotAllowed("carousel.has_phone")
    if idea.hidden or wall.IDEAS.is_secret(scene, CarouselOptions.of(scene.step), idea.round):
        raise NotFound("idea_unknown")
    if not _is_reviewed_now(scene, idea.round):
        raise NotAllowed("carousel.not_in_review")
    return idea


def _is_reviewed_now(scene: Scene, number: int) -> bool:
    stop = scene.stop
    return stop is not None and stop.round == number and stop.phase in REVIEWING
