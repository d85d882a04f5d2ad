"""Performance: the room looks and listens for as long as it takes, and then claps."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Say,
    Scene,
    ScreenName,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.report import Block, Heading, Paragraph
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.performance.options import PerformanceOptions
from plekberaad_app.activities.performance.views import PieceView, ShownView
from plekberaad_app.core.programme import Step, Stop

LONGEST_APPLAUSE = timedelta(seconds=30)


class Performance(Activity):
    """Nobody has to do anything but look and listen; only a tap ends it."""

    Options = PerformanceOptions
    signs: Mapping[str, Sign] = {
        "perform": Sign("drama", "violet"),
        "applause": Sign("party-popper", "sun"),
    }
    views = Views(phone=PieceView, projector=ShownView, tablet=ShownView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """The performance, which no clock cuts short, and a moment of applause within its time."""
        options = PerformanceOptions.of(step)
        length = timedelta(seconds=options.length)
        applause = min(LONGEST_APPLAUSE, length / 5)
        return (
            Stop(
                "perform",
                length - applause,
                hurries=False,
                has_clock=options.has_clock,
                waits_for_tap=True,
            ),
            Stop("applause", applause, hurries=False, has_clock=False),
        )

    def summary(self, step: Step) -> str:
        """Who performs what."""
        options = PerformanceOptions.of(step)
        return " · ".join(filter(None, (options.by, options.piece)))

    def face(self, scene: Scene, audience: Audience) -> Face:
        """The same for everybody; the tablet gets a script with it."""
        options = PerformanceOptions.of(scene.step)
        phase = scene.stop.phase if scene.stop else "perform"
        return Face(
            line=_naming(f"performance.line.{phase}", options),
            view=_view(options, audience.screen),
            script=_script(phase, options) if audience.screen == "tablet" else None,
        )

    def report(self, scene: Scene) -> Sequence[Block]:
        """The credit, once it has begun: what it was, by whom, and who made the picture."""
        if scene.stop_index < 0:
            return ()
        options = PerformanceOptions.of(scene.step)
        piece = (Heading(options.piece),) if options.piece else ()
        about = (Paragraph(options.about),) if options.about else ()
        return (*piece, *_credit(options), *about, *_credit_of_the_picture(options))


def _naming(key: str, options: PerformanceOptions) -> Say:
    """With the name of who performs, where that is known."""
    return Say(f"{key}.named", {"name": options.by}) if options.by else Say(key)


def _script(phase: str, options: PerformanceOptions) -> Script:
    key = f"performance.script.{phase}"
    is_timed = phase == "perform" and options.has_clock
    do = Say(f"{key}.do.timed" if is_timed else f"{key}.do")
    return Script(say=_naming(f"{key}.say", options), do=do)


def _view(options: PerformanceOptions, screen: ScreenName) -> PieceView:
    genre = "" if options.genre == "other" else options.genre
    piece = (options.piece, options.by, genre, options.about)
    if screen == "phone":
        return PieceView(*piece)
    return ShownView(*piece, options.image, options.image_by)


def _credit(options: PerformanceOptions) -> Sequence[Block]:
    if options.by:
        return (Paragraph(Say(f"performance.report.{options.genre}", {"name": options.by})),)
    is_known = options.genre != "other"
    return (Paragraph(Say(f"performance.genre.{options.genre}")),) if is_known else ()


def _credit_of_the_picture(options: PerformanceOptions) -> Sequence[Block]:
    if not (options.image and options.image_by):
        return ()
    return (Paragraph(Say("performance.report.photo", {"name": options.image_by})),)
