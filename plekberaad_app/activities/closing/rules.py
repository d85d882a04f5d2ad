"""Closing: the room is thanked, and reads what everybody is going to do."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator

from plekberaad_app.activities.closing.views import ClosingView
from plekberaad_app.activities.contract.activity import (
    THANKS,
    Activity,
    Audience,
    Face,
    Say,
    Scene,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.outcomes import Takes
from plekberaad_app.activities.contract.parsing import Picture, Seconds, StepOptions
from plekberaad_app.activities.contract.report import Block, Paragraph
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.core.plain_text import optional

MAX_TEXT = 500
FIRST_STEPS = Takes(kinds=frozenset({"next_step"}))


def _cleaned(text: str) -> str:
    return optional(text, MAX_TEXT)


class ClosingOptions(StepOptions):
    """The facilitator's last words, and the id of an uploaded photo; '' for none.

    `length` in seconds.
    """

    text: Annotated[str, AfterValidator(_cleaned)] = ""
    image: Picture = ""
    length: Seconds = 300


class Closing(Activity):
    """The end of an evening: nobody has to do anything, and everybody goes home with something."""

    Options = ClosingOptions
    signs: Mapping[str, Sign] = {THANKS: Sign("heart-handshake", "leaf")}
    views = Views(phone=ClosingView, projector=ClosingView, tablet=ClosingView)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """The same for everyone; the facilitator gets a script with it."""
        options = ClosingOptions.of(scene.step)
        phase = "steps" if scene.take(FIRST_STEPS) else "bare"
        # The projector has the first steps beside its line, under a title of their own.
        whose = "projector" if audience.screen == "projector" else "all"
        return Face(
            line=Say(f"closing.line.{whose}.{phase}"),
            view=ClosingView(options.text, options.image),
            script=Script.under(f"closing.script.{phase}") if audience.screen == "tablet" else None,
        )

    def planned_script(self, scene: Scene) -> Script:
        """As if people took their first steps."""
        return Script.under("closing.script.steps")

    def report(self, scene: Scene) -> Sequence[Block]:
        """The last words, once they were said; the first steps stand where they were taken."""
        said = ClosingOptions.of(scene.step).text
        return (Paragraph(said),) if said and scene.stop_index >= 0 else ()
