"""The run sheet: what happens when, what the facilitator says and does, and who does it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from plekberaad_app.activities.contract.activity import Activity, Scene, Script
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.stage import scene_of, timeline_of
from plekberaad_app.core import join_codes
from plekberaad_app.core.contributions import MemoryBoard
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.programme import Step, Stop
from plekberaad_app.features.handouts.facts import Facts
from plekberaad_app.features.handouts.handouts import Occasion
from plekberaad_app.features.handouts.invitation import when
from plekberaad_app.platform.i18n.catalogue import text
from plekberaad_app.platform.i18n.dates import said_time
from plekberaad_app.platform.pdf.typesetting import printable
from plekberaad_app.room.projections.controls import lasting
from plekberaad_app.room.step_words import said_and_done
from plekberaad_app.ui.paper import Sheet, icon_svg

SOURCE = Path(__file__).parent / "sheets" / "run_sheet.typ"


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells time on the run sheet: of the day or, while nobody said when it begins, since then."""

    begins: datetime | None

    def at(self, since: timedelta) -> str:
        """Such as '19.35', or '0.05' after the beginning."""
        if self.begins:
            return said_time(self.begins + since)
        minutes = round(since.total_seconds() / 60)
        return f"{minutes // 60}.{minutes % 60:02}"


def run_sheet(facts: Facts, occasion: Occasion, address: str, now: datetime) -> Sheet:
    """Of the programme as it is planned, with nobody in it."""
    live_session = occasion.live_session
    clock = Clock(live_session.starts_at)
    steps = tuple(_steps(_evening_of(occasion), clock, now))
    length = timeline_of(occasion.steps).length_from(timeline_of(occasion.steps).first())
    return Sheet(
        SOURCE,
        {
            "library": facts.library,
            "words": _words(facts, bool(live_session.starts_at)),
            "facts": [line for line in (facts.date, when(facts), facts.where) if line],
            "code": join_codes.display(live_session.code),
            "address": address,
            "steps": steps,
            "ends": clock.at(length),
            "ready": [text(f"handouts.run.ready.{each}") for each in _READY],
            "icons": {"say": icon_svg("speech", "sun-ink"), "do": icon_svg("hand", "ink-2")},
        },
    )


_READY = ("screen", "wifi", "tables", "paper", "door")


def _words(facts: Facts, has_begin: bool) -> Mapping[str, str]:
    names = ("title", "step", "who", "say", "do", "end", "ready", "empty", "rounds")
    words = {name: text(f"handouts.run.{name}") for name in names}
    time = "time" if has_begin else "since"
    about = facts.title or text("handouts.untitled")
    return {**words, "time": text(f"handouts.run.{time}"), "about": about}


def _evening_of(occasion: Occasion) -> Evening:
    return Evening(occasion.live_session, occasion.steps, (), (), MemoryBoard(()))


def _steps(evening: Evening, clock: Clock, now: datetime) -> Iterator[Mapping[str, Any]]:
    begins = timedelta()
    for step in evening.steps:
        scene = replace(scene_of(evening, step, now), ends_at=None)
        length = sum((stop.length for stop in scene.stops), timedelta())
        yield {
            "at": clock.at(begins),
            "minutes": _minutes(length),
            "title": printable(step.title) or text(f"{step.kind}.title"),
            "who": printable(step.who),
            "summary": printable(activity_of(step.kind).summary(step)),
            "rounds": _rounds(scene, begins, clock),
            "phases": list(_phases(activity_of(step.kind), scene, begins, clock)),
        }
        begins += length


def _phases(
    activity: Activity, scene: Scene, begins: timedelta, clock: Clock
) -> Iterator[Mapping[str, Any]]:
    """Each phase once, as it first comes."""
    for index, (stop, since) in enumerate(zip(scene.stops, _offsets(scene, begins), strict=True)):
        if stop.round > 1:
            return
        script = activity.planned_script(replace(scene, stop_index=index))
        yield {
            "at": clock.at(since),
            "minutes": _minutes(stop.length),
            "name": _phase(scene.step, stop),
            **_sign(activity, stop),
            **_said(scene.step, stop, script),
        }


def _rounds(scene: Scene, begins: timedelta, clock: Clock) -> list[str]:
    """When each round begins, if there are several."""
    starts: dict[int, str] = {}
    for stop, since in zip(scene.stops, _offsets(scene, begins), strict=True):
        starts.setdefault(stop.round, clock.at(since))
    several = starts.items() if len(starts) > 1 else ()
    return [text("handouts.run.round", number=number, time=time) for number, time in several]


def _offsets(scene: Scene, begins: timedelta) -> list[timedelta]:
    return list(accumulate((stop.length for stop in scene.stops[:-1]), initial=begins))


def _sign(activity: Activity, stop: Stop) -> Mapping[str, str]:
    sign = activity.signs[stop.phase]
    hue = "sun-ink" if sign.hue == "sun" else sign.hue
    return {"icon": icon_svg(sign.icon, hue), "ground": f"{sign.hue}-soft"}


def _said(step: Step, stop: Stop, script: Script | None) -> Mapping[str, str]:
    said = said_and_done(step, stop, script)
    return {part: printable(words) for part, words in said.items()}


def _phase(step: Step, stop: Stop) -> str:
    return text(f"{step.kind}.phase.{stop.phase}")


def _minutes(length: timedelta) -> str:
    return text("handouts.run.minutes", minutes=lasting(length))
