"""What stands in the room's way, with the taps that end it: data, which the tablet draws.

An activity names its obstacles and their cures; it knows no screen, and the core that shows and
carries out a cure knows no activity.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from plekberaad_app.activities.contract.activity import Say, Scene
from plekberaad_app.activities.contract.lookups import own_id
from plekberaad_app.core.errors import HeldUp

Does = Literal[
    "act", "set_options", "steer", "make_tables", "name_owner", "replace_owner", "add_step"
]


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to fill in before a cure is tapped.

    A line of at most `longest` characters; with `choices` (number and name) one of those people;
    with `is_list` several lines, which make a list of at most `most`. `given` stands there already.
    """

    name: str
    label: Say
    longest: int = 0
    choices: tuple[tuple[int, str], ...] = ()
    is_list: bool = False
    most: int = 0
    is_required: bool = False
    given: str = ""


@dataclass(frozen=True, slots=True)
class Cure:
    """A tap that ends an obstacle, whatever else stands in the way.

    `does` says what it asks of the evening: an act of the step (`name`), other options of the step,
    a steering command (`name`), or something with tables, owners or the programme. `values` go with
    it, and what was filled in for `asks`.
    """

    does: Does
    label: Say
    name: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    asks: tuple[Ask, ...] = ()

    @property
    def id(self) -> str:
        """Told by what it does, so that a late tap never does something else."""
        return own_id("cure", self.does, self.name, repr(sorted(self.values.items())))


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why the room cannot go on yet, or cannot begin this step; `code` names the sentence.

    `parts` are the same for each table or person it is about, when there are several; `cures` then
    end all of it. What does not block is told, and the room goes on all the same. What `can_wait`
    is no trouble as long as people have time for it. `view` is the view of the tablet with more
    about it, or ''. `step_id` is filled in by the stage: the step it belongs to.
    """

    code: str
    cures: tuple[Cure, ...]
    values: Mapping[str, str | int] = field(default_factory=dict)
    parts: tuple["Obstacle", ...] = ()
    view: str = ""
    is_blocking: bool = True
    can_wait: bool = False
    step_id: str = ""

    @property
    def refusal(self) -> HeldUp:
        """What somebody hears who wants to go on all the same."""
        return HeldUp(self.code, **self.values)

    def every_cure(self) -> tuple[Cure, ...]:
        """All taps it offers, those of its parts included."""
        return (*self.cures, *(cure for part in self.parts for cure in part.cures))


def leaving_out(scene: Scene) -> Cure:
    """The tap that goes past this step, whether the room stands in it or before it.

    After the last step comes the end of the evening, and the label says so.
    """
    if scene.step.id == scene.steps[-1].id:
        return Cure("steer", Say("live.cure.leave_out_and_close"), "close")
    return Cure(
        "steer",
        Say("live.cure.leave_out", {"title": scene.step.title}),
        "skip" if scene.stop else "skip_next",
    )
