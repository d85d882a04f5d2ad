"""What somebody wrote in a carousel, as only they see it: their ideas and their questions."""

from collections.abc import Iterator

from plekberaad_app.activities.carousel.questions import QUESTION
from plekberaad_app.activities.carousel.rounds import round_of
from plekberaad_app.activities.carousel.views import OwnQuestion
from plekberaad_app.activities.carousel.wall import IDEA
from plekberaad_app.activities.contract.activity import Scene
from plekberaad_app.activities.contract.capabilities import OwnNote
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.pending_review import held


def notes(scene: Scene, author: str) -> tuple[OwnNote, ...]:
    """An author's own ideas, and what the owner did with them."""
    return tuple(_note(scene, idea) for idea in _of(scene, author, IDEA))


def questions(scene: Scene, author: str) -> tuple[OwnQuestion, ...]:
    """What this author asked, and whether it was answered."""
    return tuple(
        OwnQuestion(
            id=question.id,
            text=question.payload["text"],
            hidden=question.hidden,
            held=held(question),
            answered=question.payload["answered"],
            round=question.round,
        )
        for question in _of(scene, author, QUESTION)
    )


def _of(scene: Scene, author: str, kind: str) -> Iterator[Contribution]:
    own = scene.board.of_author(author, kind)
    return (item for item in own if item.step_id == scene.step.id)


def _note(scene: Scene, idea: Contribution) -> OwnNote:
    return OwnNote(
        id=idea.id,
        text=idea.payload["text"],
        round=idea.round,
        hidden=idea.hidden,
        marked=idea.payload["marked"],
        asked=idea.payload["asked"],
        answer=idea.payload["answer"],
        held=held(idea),
        by=_by_whom(scene, idea),
    )


def _by_whom(scene: Scene, idea: Contribution) -> str:
    """The name of whoever chose this or asks about it; '' if nobody did, or they gave no name."""
    if not (idea.payload["marked"] or idea.payload["asked"]):
        return ""
    challenge = round_of(scene, idea.round).challenges.get(idea.table or 0)
    return challenge.owner.name if challenge else ""
