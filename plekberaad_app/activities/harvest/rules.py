"""Harvest: first tables choose what the whole room should hear, then they tell it."""

from collections.abc import Collection, Mapping
from typing import Any

from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Note,
    Rule,
    Scene,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.capabilities import HasWall, OwnNote, Writes, WritingActs
from plekberaad_app.activities.contract.obstacle import Obstacle
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.report import Block
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.harvest import (
    acts,
    bringing,
    faces,
    hearts,
    leaving,
    obstacles,
    telling,
)
from plekberaad_app.activities.harvest.choices import fixed_ids
from plekberaad_app.activities.harvest.items import CHOSEN, NOTE, how_many
from plekberaad_app.activities.harvest.options import CHOOSE, TELL, HarvestOptions
from plekberaad_app.activities.harvest.owners import role_of
from plekberaad_app.activities.harvest.views import (
    PersonalView,
    PhoneView,
    ProjectorView,
    TabletView,
)
from plekberaad_app.activities.kit import writing
from plekberaad_app.core.people import Person
from plekberaad_app.core.programme import Step, Stop


class Harvest(HasWall, Writes, Activity):
    """Per table up to three things; the room hears them one by one, and says what touches it."""

    Options = HarvestOptions
    boxes: Mapping[str, str] = {"bring": NOTE}
    writing_acts = WritingActs(change="change_brought", take_back="take_back_brought")
    counted: Mapping[str, str] = {CHOSEN: "harvest.my_choices", hearts.HEART: "harvest.my_hearts"}
    signs: Mapping[str, Sign] = {
        CHOOSE: Sign("wheat", "sun"),
        TELL: Sign("presentation", "clay"),
    }
    acts: Mapping[str, Rule[Any]] = {
        "bring": Rule(acts.Bring, bringing.bring),
        "change_brought": Rule(acts.ChangeBrought, bringing.change),
        "take_back_brought": Rule(acts.TakeBackBrought, bringing.take_back),
        "put_forward": Rule(acts.PutForward, bringing.put_forward),
        "leave_out": Rule(acts.LeaveOut, bringing.leave_out),
        "sit_out": Rule(acts.SitOut, bringing.sit_out),
        "tell_item": Rule(acts.TellItem, telling.tell),
        "give_heart": Rule(acts.GiveHeart, hearts.give),
    }
    views = Views(PhoneView, ProjectorView, TabletView, PersonalView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """First choose, then tell."""
        return HarvestOptions.of(step).stops()

    def summary(self, step: Step) -> str:
        """By which question tables choose."""
        return HarvestOptions.of(step).question

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """What tables can choose from, so that the list stays the same while they do."""
        return {"choices": fixed_ids(scene)}

    def seat(self, scene: Scene, person: Person) -> tuple[int | None, str]:
        """One's own table; who hears more about their wish has a role of their own."""
        return person.table, role_of(scene, person)

    def obstacle(self, scene: Scene) -> Obstacle | None:
        """No tables, tables that put nothing forward, or nothing to tell."""
        return obstacles.obstacle(scene)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """What an audience sees."""
        return faces.face(scene, HarvestOptions.of(scene.step), audience)

    def planned_script(self, scene: Scene) -> Script:
        """As if tables put something forward."""
        return faces.planned_script(scene)

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """What was put forward."""
        return faces.notes(scene, audience)

    def personal(self, scene: Scene, author: str) -> PersonalView:
        """What touches this author."""
        return PersonalView(hearts.given_by(scene, author))

    def open_boxes(self, scene: Scene, person: Person) -> Collection[str]:
        """That of who sits at a table that may put more forward, while tables choose."""
        is_choosing = scene.stop is not None and scene.stop.phase == CHOOSE
        most = HarvestOptions.of(scene.step).most
        has_place = bool(person.table) and how_many(scene)[person.table or 0] < most
        return self.boxes if is_choosing and has_place else ()

    def own_notes(self, scene: Scene, author: str) -> tuple[OwnNote, ...]:
        """What this author brought in their own words."""
        return writing.own_notes(scene, author, NOTE)

    def report(self, scene: Scene) -> tuple[Block, ...]:
        """What each table told."""
        return leaving.report(scene, HarvestOptions.of(scene.step))

    def outcomes(self, scene: Scene) -> tuple[Outcome, ...]:
        """The harvest."""
        return leaving.outcomes(scene)
