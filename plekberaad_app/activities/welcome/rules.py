"""Welcome: a text and an image, for as long as the opening takes."""

from collections.abc import Mapping
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

MAX_TEXT = 500


def _cleaned(text: str) -> str:
    return optional(text, MAX_TEXT)


class WelcomeOptions(StepOptions):
    """What to show; `image` is the id of an uploaded picture or ''. `length` in seconds."""

    text: Annotated[str, AfterValidator(_cleaned)] = ""
    image: Picture = ""
    length: Seconds = 300


class Welcome(Activity):
    """The opening of an evening: people look and listen, and need not do anything."""

    Options = WelcomeOptions
    signs: Mapping[str, Sign] = {"show": Sign("door-open", "teal")}
    views = Views(phone=WelcomeView, projector=WelcomeView, tablet=WelcomeView)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """The same for everyone; the facilitator gets a script with it."""
        options = WelcomeOptions.of(scene.step)
        return Face(
            line=Say("welcome.line.all.show"),
            view=WelcomeView(options.text, options.image),
            script=Script.under("welcome.script.show") if audience.screen == "tablet" else None,
        )
