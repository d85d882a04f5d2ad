"""The wall: one question, everybody writes, and then everybody reads."""

from collections.abc import Collection, Mapping
from typing import Any

from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Note,
    Rule,
    Scene,
    Sign,
)
from plekberaad_app.activities.contract.capabilities import (
    HasWall,
    OffersContact,
    OwnNote,
    Writes,
    WritingActs,
)
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.kit import writing as kit
from plekberaad_app.activities.wall import acts, faces, notes, obstacles, report, writing
from plekberaad_app.activities.wall.options import LOOK, WRITE, WallOptions
from plekberaad_app.activities.wall.views import PhoneView, ProjectorView, TabletView
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step, Stop


class Wall(HasWall, Writes, OffersContact, Activity):
    """One question; everybody writes, openly or first in private, and then everybody reads."""

    Options = WallOptions
    boxes: Mapping[str, str] = {"add_note": notes.NOTE}
    writing_acts = WritingActs(change="change_note", take_back="take_back_note")
    signs: Mapping[str, Sign] = {WRITE: Sign("pencil", "clay"), LOOK: Sign("eye", "teal")}
    acts: Mapping[str, Rule[Any]] = {
        "add_note": Rule(acts.AddNote, writing.add),
        "change_note": Rule(acts.ChangeNote, writing.change),
        "take_back_note": Rule(acts.TakeBackNote, writing.take_back),
        "open": Rule(acts.Open, writing.let_read),
    }
    views = Views(PhoneView, ProjectorView, TabletView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First write, then look."""
        return WallOptions.of(step).stops()

    def summary(self, step: Step) -> str:
        """Its question."""
        return WallOptions.of(step).question

    def lacks(self, step: Step) -> str:
        """A question."""
        return "" if WallOptions.of(step).question else "wall.no_question"

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No question, no tables where each has a wall, notes nobody may read yet, or none."""
        return obstacles.obstacle(scene, WallOptions.of(scene.step))

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees beside its wall."""
        return faces.face(scene, WallOptions.of(scene.step), audience)

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """The notes; a private or hidden text is on nobody's wall."""
        return notes.wall(scene, WallOptions.of(scene.step), audience)

    def open_boxes(self, scene: Scene, person: Person) -> Collection[str]:
        """Everybody writes, and only while it is time for that."""
        return self.boxes if scene.stop is not None and scene.stop.phase == WRITE else ()

    def own_notes(self, scene: Scene, author: str) -> tuple[OwnNote, ...]:
        """An author's own notes."""
        return kit.own_notes(scene, author, notes.NOTE)

    def report(self, scene: Scene) -> tuple[Block, ...]:
        """The question and the notes."""
        return report.report(scene, WallOptions.of(scene.step))

    def outcomes(self, scene: Scene) -> tuple[Outcome, ...]:
        """Every note that the room may read."""
        return report.outcomes(scene, WallOptions.of(scene.step))

    def contact_about(self, step: Step) -> str:
        """Its question, where the facilitator lets people ask for more."""
        options = WallOptions.of(step)
        return options.question if options.offers_contact else ""
