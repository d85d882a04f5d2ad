"""Welcome: a text and an image, for as long as the opening takes."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, NoReturn

from pydantic import AfterValidator

from plekberaad_app.activities.contract.activity import (
    Act,
    Actor,
    Audience,
    Face,
    Note,
    Replan,
    Say,
    Scene,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.parsing import Seconds, StepOptions, read_options
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.people import Person
from plekberaad_app.core.plain_text import optional
from plekberaad_app.core.programme import Step, Stop
from plekberaad_app.platform.i18n.dates import next_minute, said_time

MAX_TEXT = 500
CLOSING = "closing"
"""The phase in which the room is thanked."""


def _cleaned(text: str) -> str:
    return optional(text, MAX_TEXT)


class WelcomeOptions(StepOptions):
    """What to show; `image` is the id of an uploaded picture or ''. `length` in seconds.

    `is_break`: nobody has to look or to listen. `is_closing`: the room is thanked.
    """

    text: Annotated[str, AfterValidator(_cleaned)] = ""
    image: str = ""
    length: Seconds = 300
    is_break: bool = False
    is_closing: bool = False


def _phase(options: WelcomeOptions) -> str:
    if options.is_break:
        return "break"
    return CLOSING if options.is_closing else "show"


def _script(scene: Scene, phase: str) -> Script:
    key = f"welcome.script.{phase}"
    return Script(say=_until(scene, phase, f"{key}.say"), do=Say(f"{key}.do"))


def _until(scene: Scene, phase: str, key: str) -> Say:
    """Who has a break wants to know when to be back, as long as the clock can tell."""
    if phase != "break" or scene.ends_at is None or scene.ends_at <= scene.now:
        return Say(key)
    return Say(f"{key}.until", {"time": said_time(next_minute(scene.ends_at))})


class Welcome:
    """The opening of an evening: people look and listen, and need not do anything."""

    kind = "welcome"
    quiet: frozenset[str] = frozenset()
    written: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    signs: Mapping[str, Sign] = {
        "show": Sign("door-open", "teal"),
        "break": Sign("coffee", "sun"),
        CLOSING: Sign("heart-handshake", "leaf"),
    }
    has_wall = False
    seats_people = False
    acts: Mapping[str, type[Act]] = {}

    def options(self, raw: Mapping[str, Any]) -> WelcomeOptions:
        """Read a step's options, with defaults; raises BadInput."""
        return read_options(WelcomeOptions, raw)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """One stop."""
        options = self.options(step.options)
        return (Stop(_phase(options), timedelta(seconds=options.length)),)

    def obstacle(self, scene: Scene) -> None:
        """Nothing stands in the way."""

    def plan(self, scene: Scene) -> Mapping[str, Any]:
        """Nothing is decided beforehand."""
        return {}

    def preview(self, scene: Scene) -> Mapping[str, Any]:
        """Nothing is planned beforehand."""
        return {}

    def replan(self, scene: Scene, number: int, table: int, person: Person) -> Replan:
        """There are no turns here."""
        raise NotAllowed("no_turns_here")

    def seat(self, scene: Scene, person: Person) -> tuple[int | None, str]:
        """Everyone sits at their own table; nobody has a role."""
        return person.table, ""

    def apply(self, scene: Scene, act: Act, actor: Actor) -> NoReturn:
        """There is nothing to do; raises NotAllowed('act_unknown')."""
        raise NotAllowed("act_unknown")

    def face(self, scene: Scene, audience: Audience) -> Face:
        """The same for everyone; the facilitator gets a script with it."""
        options = self.options(scene.step.options)
        phase = _phase(options)
        return Face(
            line=_until(scene, phase, f"welcome.line.all.{phase}"),
            data={"text": options.text, "image": options.image},
            script=_script(scene, phase) if audience.screen == "tablet" else None,
        )

    def notes(self, scene: Scene, audience: Audience) -> tuple[Note, ...]:
        """There is no wall."""
        return ()

    def personal(self, scene: Scene, author: str) -> Mapping[str, Any]:
        """Nothing is personal here."""
        return {}

    def report(self, scene: Scene) -> tuple[()]:
        """A welcome leaves nothing but its title."""
        return ()

    def outcomes(self, scene: Scene) -> tuple[()]:
        """There is nothing to take up."""
        return ()
