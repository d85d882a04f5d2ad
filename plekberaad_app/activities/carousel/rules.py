"""The brainstorm carousel: one owner per table and round, thinkers who give ideas, a next step."""

from collections.abc import Collection, Mapping
from typing import Any

from plekberaad_app.activities.carousel import (
    acts,
    faces,
    fitting,
    ideas,
    leaving,
    next_steps,
    obstacles,
    outcomes,
    own,
    questions,
    replacing,
    report,
    wall,
)
from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.preview import preview, turns_left
from plekberaad_app.activities.carousel.questions import QUESTION
from plekberaad_app.activities.carousel.rounds import make_plan, number_now, round_of
from plekberaad_app.activities.carousel.views import (
    PersonalView,
    PhoneView,
    ProjectorView,
    TabletView,
)
from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Note,
    Rule,
    Scene,
    Shorter,
    Sign,
)
from plekberaad_app.activities.contract.capabilities import (
    HasTurns,
    HasWall,
    LeavingActs,
    OwnNote,
    PlansGroups,
    Preview,
    Replan,
    Writes,
    WritingActs,
)
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Section
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.core.errors import DomainError
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step, Stop


class Carousel(HasWall, Writes, PlansGroups, HasTurns, Activity):
    """Rounds of five phases: explain, questions, ideas, review, next step."""

    Options = CarouselOptions
    boxes: Mapping[str, str] = {"add_idea": wall.IDEA, "ask_question": QUESTION}
    writing_acts = WritingActs(
        change="change_idea", take_back="take_back_idea", answer="answer_idea"
    )
    on_paper: Mapping[str, str] = {"questions": "ask_question"}
    leaving_acts = LeavingActs(keep="keep_wish", rest="let_rest")
    others = "thinker"
    signs: Mapping[str, Sign] = {
        "explain": Sign("speech", "clay"),
        "questions": Sign("circle-question-mark", "violet"),
        "ideas": Sign("lightbulb", "sun"),
        "review": Sign("list-checks", "blue"),
        "next_step": Sign("footprints", "leaf"),
    }
    acts: Mapping[str, Rule[Any]] = {
        "add_idea": Rule(acts.AddIdea, ideas.add),
        "change_idea": Rule(acts.ChangeIdea, ideas.change),
        "take_back_idea": Rule(acts.TakeBackIdea, ideas.take_back),
        "mark_idea": Rule(acts.MarkIdea, ideas.mark),
        "ask_clarification": Rule(acts.AskClarification, ideas.ask),
        "answer_idea": Rule(acts.AnswerIdea, ideas.answer),
        "record_next_step": Rule(acts.RecordNextStep, next_steps.record),
        "not_yet": Rule(acts.NotYet, next_steps.not_yet),
        "nobody_yet": Rule(acts.NobodyYet, next_steps.nobody_yet),
        "let_rest": Rule(acts.LetRest, leaving.let_rest),
        "keep_wish": Rule(acts.KeepWish, leaving.keep_wish),
        "reveal": Rule(acts.Reveal, next_steps.reveal),
        "ask_question": Rule(acts.AskQuestion, questions.ask),
        "take_back_question": Rule(acts.TakeBackQuestion, questions.take_back),
        "tick_question": Rule(acts.TickQuestion, questions.tick),
    }
    views = Views(PhoneView, ProjectorView, TabletView, PersonalView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """Five phases for every round."""
        return CarouselOptions.of(step).stops()

    def shorter(self, step: Step, seconds: int) -> Shorter | None:
        """Less time for ideas or, where too little would be left, fewer rounds."""
        return fitting.shorter(CarouselOptions.of(step), seconds)

    def halves(self, step: Step) -> tuple[Mapping[str, Any], Mapping[str, Any]] | None:
        """Rounds before and after a break, which share their turns (turns.py)."""
        return fitting.halves(CarouselOptions.of(step))

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No tables, owners or plan; ideas nobody may read yet; an owner without a next step."""
        return obstacles.obstacle(scene, CarouselOptions.of(scene.step))

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """Who owns and who sits where, in every round; empty when it cannot be made yet."""
        try:
            return make_plan(scene.step, scene.people, scene.challenges, scene.steps)
        except DomainError:
            # A facilitator may skip into a carousel without owners; then nobody must get stuck.
            return {}

    def preview(self, scene: Scene) -> Preview:
        """The plan as the facilitator may read it."""
        return preview(scene, CarouselOptions.of(scene.step))

    def turns_left(self, scene: Scene, number: int) -> list[tuple[int, int]]:
        """The turns that this person still has."""
        return turns_left(scene, number)

    def replan(self, scene: Scene, number: int, table: int, person: Person) -> Replan:
        """Another owner for a turn; nobody else moves."""
        return replacing.replan(scene, number, table, person)

    def seat(self, scene: Scene, person: Person) -> tuple[int | None, str]:
        """The table of this round, as 'owner', 'thinker' or 'waiting'."""
        return round_of(scene, number_now(scene)).seat(person)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees beside its wall."""
        return faces.face(scene, CarouselOptions.of(scene.step), audience)

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """The ideas of this round; a private or hidden text is on nobody's wall."""
        return wall.notes(scene, CarouselOptions.of(scene.step), audience)

    def open_boxes(self, scene: Scene, person: Person) -> Collection[str]:
        """A thinker asks, and later has ideas; an owner listens."""
        if scene.stop is None or self.seat(scene, person)[1] != "thinker":
            return ()
        phases = {"add_idea": ideas.IDEAS.phase, "ask_question": questions.QUESTIONS.phase}
        return [act for act, phase in phases.items() if phase == scene.stop.phase]

    def own_notes(self, scene: Scene, author: str) -> tuple[OwnNote, ...]:
        """An author's own ideas in this step, and what the owner did with them."""
        return own.notes(scene, author)

    def personal(self, scene: Scene, author: str) -> PersonalView:
        """An author's own questions in this step."""
        return PersonalView(own.questions(scene, author))

    def report(self, scene: Scene) -> tuple[Section, ...]:
        """Per round and table the challenge, the questions, the ideas and the next step."""
        return report.report(scene, CarouselOptions.of(scene.step))

    def decided(self, scene: Scene) -> tuple[Section, ...]:
        """Per round and table the next step, without the ideas that led to it."""
        return report.decided(scene)

    def outcomes(self, scene: Scene) -> tuple[Outcome, ...]:
        """The ideas that an owner chose, and the next steps."""
        return outcomes.outcomes(scene)
