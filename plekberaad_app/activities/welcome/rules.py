"""Welcome: a text and an image, for as long as the opening takes."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator

from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Say,
    Scene,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.parsing import Picture, Seconds, StepOptions
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.welcome.views import WelcomeView
from plekberaad_app.core.plain_text import optional
from plekberaad_app.core.programme import Step, Stop
from plekberaad_app.platform.i18n.dates import next_minute, said_time

MAX_TEXT = 500


def _cleaned(text: str) -> str:
    return optional(text, MAX_TEXT)


class WelcomeOptions(StepOptions):
    """What to show; `image` is the id of an uploaded picture or ''. `length` in seconds.

    `is_break`: nobody has to look or listen.
    """

    text: Annotated[str, AfterValidator(_cleaned)] = ""
    image: Picture = ""
    length: Seconds = 300
    is_break: bool = False


def _phase(options: WelcomeOptions) -> str:
    return "break" if options.is_break else "show"


def _script(scene: Scene, phase: str) -> Script:
    key = f"welcome.script.{phase}"
    return Script(say=_until(scene, phase, f"{key}.say"), do=Say(f"{key}.do"))


def _until(scene: Scene, phase: str, key: str) -> Say:
    """During a break people want to know when to be back, if the clock can tell."""
    if phase != "break" or scene.ends_at is None or scene.ends_at <= scene.now:
        return Say(key)
    return Say(f"{key}.until", {"time": said_time(next_minute(scene.ends_at))})


class Welcome(Activity):
    """The opening of an evening: people look and listen, and need not do anything."""

    Options = WelcomeOptions
    signs: Mapping[str, Sign] = {
        "show": Sign("door-open", "teal"),
        "break": Sign("coffee", "sun"),
    }
    views = Views(phone=WelcomeView, projector=WelcomeView, tablet=WelcomeView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """One stop."""
        options = WelcomeOptions.of(step)
        return (Stop(_phase(options), timedelta(seconds=options.length)),)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """The same for everyone; the facilitator gets a script with it."""
        options = WelcomeOptions.of(scene.step)
        phase = _phase(options)
        return Face(
            line=_until(scene, phase, f"welcome.line.all.{phase}"),
            view=WelcomeView(options.text, options.image),
            script=_script(scene, phase) if audience.screen == "tablet" else None,
        )
