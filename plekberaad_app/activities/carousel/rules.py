"""The brainstorm carousel: one owner per table and round, thinkers who give ideas, a next step."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from plekberaad_app.activities.carousel import (
    acts,
    faces,
    ideas,
    leaving,
    next_steps,
    obstacles,
    outcomes,
    questions,
    replacing,
    report,
    wall,
)
from plekberaad_app.activities.carousel.options import CarouselOptions, options_of
from plekberaad_app.activities.carousel.preview import preview
from plekberaad_app.activities.carousel.questions import QUESTION
from plekberaad_app.activities.carousel.rounds import make_plan, number_now, round_of
from plekberaad_app.activities.contract.activity import (
    Act,
    Activity,
    Actor,
    Audience,
    Face,
    Note,
    Scene,
    Sign,
)
from plekberaad_app.activities.contract.capabilities import (
    HasTurns,
    HasWall,
    PlansGroups,
    Replan,
    Writes,
)
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Section
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import DomainError, NotAllowed
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step, Stop

_JUDGES: Mapping[type[Act], Callable[[Scene, Any, Actor], Sequence[Contribution]]] = {
    acts.AddIdea: ideas.add,
    acts.ChangeIdea: ideas.change,
    acts.TakeBackIdea: ideas.take_back,
    acts.MarkIdea: ideas.mark,
    acts.AskClarification: ideas.ask,
    acts.AnswerIdea: ideas.answer,
    acts.RecordNextStep: next_steps.record,
    acts.NotYet: next_steps.not_yet,
    acts.NobodyYet: next_steps.nobody_yet,
    acts.LetRest: leaving.let_rest,
    acts.KeepWish: leaving.keep_wish,
    acts.Reveal: next_steps.reveal,
    acts.AskQuestion: questions.ask,
    acts.TakeBackQuestion: questions.take_back,
    acts.TickQuestion: questions.tick,
}


class Carousel(HasWall, Writes, PlansGroups, HasTurns, Activity):
    """Rounds of five phases: explain, questions, ideas, review, next step."""

    Options = CarouselOptions
    boxes: Mapping[str, str] = {"add_idea": wall.IDEA, "ask_question": QUESTION}
    signs: Mapping[str, Sign] = {
        "explain": Sign("speech", "clay"),
        "questions": Sign("circle-question-mark", "violet"),
        "ideas": Sign("lightbulb", "sun"),
        "review": Sign("list-checks", "blue"),
        "next_step": Sign("footprints", "leaf"),
    }
    acts: Mapping[str, type[Act]] = {
        "add_idea": acts.AddIdea,
        "change_idea": acts.ChangeIdea,
        "take_back_idea": acts.TakeBackIdea,
        "mark_idea": acts.MarkIdea,
        "ask_clarification": acts.AskClarification,
        "answer_idea": acts.AnswerIdea,
        "record_next_step": acts.RecordNextStep,
        "not_yet": acts.NotYet,
        "nobody_yet": acts.NobodyYet,
        "let_rest": acts.LetRest,
        "keep_wish": acts.KeepWish,
        "reveal": acts.Reveal,
        "ask_question": acts.AskQuestion,
        "take_back_question": acts.TakeBackQuestion,
        "tick_question": acts.TickQuestion,
    }

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """Five phases for every round."""
        return self.options(step.options).stops()

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No tables, owners or plan; ideas nobody may read yet; an owner without a next step."""
        return obstacles.obstacle(scene, options_of(scene))

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """Who owns and who sits where, in every round; empty when it cannot be made yet."""
        try:
            return make_plan(scene.step, scene.people, scene.challenges)
        except DomainError:
            # A facilitator may skip into a carousel without owners; then nobody must get stuck.
            return {}

    def preview(self, scene: Scene) -> Mapping[str, Any]:
        """The plan as the facilitator may read it."""
        return preview(scene, options_of(scene))

    def replan(self, scene: Scene, number: int, table: int, person: Person) -> Replan:
        """Another owner for a turn; nobody else moves."""
        return replacing.replan(scene, number, table, person)

    def seat(self, scene: Scene, person: Person) -> tuple[int | None, str]:
        """The table of this round, as 'owner', 'thinker' or 'waiting'."""
        return round_of(scene, number_now(scene)).seat(person)

    def apply(self, scene: Scene, act: Act, actor: Actor) -> Sequence[Contribution]:
        """Judge an act; raises a DomainError when refused."""
        judge = _JUDGES.get(type(act))
        if judge is None:
            raise NotAllowed("act_unknown")
        return judge(scene, act, actor)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees beside its wall."""
        return faces.face(scene, options_of(scene), audience)

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """The ideas of this round; a private or hidden text is on nobody's wall."""
        return wall.notes(scene, options_of(scene), audience)

    def personal(self, scene: Scene, author: str) -> Mapping[str, Any]:
        """An author's own ideas and questions in this step, and what the owner did with them."""
        return {"ideas": _own(scene, author, wall.IDEA), "questions": _own(scene, author, QUESTION)}

    def report(self, scene: Scene) -> tuple[Section, ...]:
        """Per round and table the challenge, the questions, the ideas and the next step."""
        return report.report(scene, options_of(scene))

    def decided(self, scene: Scene) -> tuple[Section, ...]:
        """Per round and table the next step, without the ideas that led to it."""
        return report.decided(scene)

    def outcomes(self, scene: Scene) -> tuple[Outcome, ...]:
        """The ideas that an owner chose, and the next steps."""
        return outcomes.outcomes(scene)


def _own(scene: Scene, author: str, kind: str) -> list[dict[str, Any]]:
    return [
        {
            "id": item.id,
            "round": item.round,
            "hidden": item.hidden,
            **item.payload,
            **_by_whom(scene, item),
        }
        for item in scene.board.of_author(author, kind)
        if item.step_id == scene.step.id
    ]


def _by_whom(scene: Scene, item: Contribution) -> dict[str, str]:
    """The name of whoever chose this or asks about it; empty if nobody did, or they gave no
    name."""
    if not (item.payload.get("marked") or item.payload.get("asked")):
        return {}
    challenge = round_of(scene, item.round).challenges.get(item.table or 0)
    return {"by": challenge.owner.name} if challenge and challenge.owner.name else {}
