"""Intermission: nothing is asked; everybody knows when it goes on, and with what."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any

from pydantic import AfterValidator

from plekberaad_app.activities.contract.activity import (
    Activity,
    Audience,
    Face,
    Rule,
    Say,
    Scene,
    ScreenName,
    Script,
    Sign,
)
from plekberaad_app.activities.contract.parsing import Picture, Seconds, StepOptions
from plekberaad_app.activities.contract.report import Block, Paragraph
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.intermission.bell import RingBell, ring, rung, sounds_at
from plekberaad_app.activities.intermission.upcoming import upcoming
from plekberaad_app.activities.intermission.views import PhoneView, ProjectorView, TabletView
from plekberaad_app.core.plain_text import optional_line
from plekberaad_app.core.programme import Step, Stop
from plekberaad_app.platform.i18n.dates import next_minute, said_time

MAX_OFFER = 120
_MILLISECOND = timedelta(milliseconds=1)


def _cleaned(text: str) -> str:
    return optional_line(text, MAX_OFFER)


class IntermissionOptions(StepOptions):
    """`offer`: what there is meanwhile, such as coffee; `image` shows it. `length` in seconds."""

    offer: Annotated[str, AfterValidator(_cleaned)] = ""
    image: Picture = ""
    length: Seconds = 900


class Intermission(Activity):
    """People have a break; the only thing they need is the time at which it ends."""

    Options = IntermissionOptions
    signs: Mapping[str, Sign] = {"break": Sign("coffee", "sun")}
    acts: Mapping[str, Rule[Any]] = {"ring_bell": Rule(RingBell, ring)}
    views = Views(phone=PhoneView, projector=ProjectorView, tablet=TabletView)

    def stops(self, step: Step) -> tuple[Stop, ...]:
        """One, in which nobody has anything to finish."""
        length = timedelta(seconds=IntermissionOptions.of(step).length)
        return (Stop("break", length, hurries=False),)

    def face(self, scene: Scene, audience: Audience) -> Face:
        """The same for everybody; the tablet also has the script and the bell."""
        until = _until(scene)
        return Face(
            line=_timed("intermission.line.all", until),
            view=_view(scene, audience.screen, until),
            script=_script(until) if audience.screen == "tablet" else None,
        )

    def report(self, scene: Scene) -> Sequence[Block]:
        """What there was, if it was said, once it has begun."""
        offer = IntermissionOptions.of(scene.step).offer
        return (Paragraph(offer),) if offer and scene.stop_index >= 0 else ()


def _until(scene: Scene) -> str:
    """When it goes on; '' while the clock stands still, and once its time is up."""
    if scene.ends_at is None or scene.ends_at <= scene.now:
        return ""
    return said_time(next_minute(scene.ends_at))


def _timed(key: str, until: str) -> Say:
    return Say(f"{key}.until", {"time": until}) if until else Say(key)


def _script(until: str) -> Script:
    return Script(
        say=_timed("intermission.script.break.say", until), do=Say("intermission.script.break.do")
    )


def _view(scene: Scene, screen: ScreenName, until: str) -> PhoneView | ProjectorView | TabletView:
    options, then = IntermissionOptions.of(scene.step), upcoming(scene)
    bell_at = sounds_at(timedelta(seconds=options.length)) // _MILLISECOND
    match screen:
        case "phone":
            return PhoneView(options.offer, then)
        case "projector":
            return ProjectorView(until, options.offer, options.image, then, bell_at, rung(scene))
        case "tablet":
            return TabletView(until, options.offer, then, rung(scene), rings=bell_at > 0)
