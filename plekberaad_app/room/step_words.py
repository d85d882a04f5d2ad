"""What is told of a step in words: its title, who does it, and what is said and done in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from plekberaad_app.activities.contract.activity import Script
from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.stage import scene_of, stops_of
from plekberaad_app.core.contributions import MemoryBoard
from plekberaad_app.core.evening import Evening
from plekberaad_app.core.plain_text import clean_line, optional, optional_line
from plekberaad_app.core.programme import Step, Stop
from plekberaad_app.platform.i18n.catalogue import in_words

MAX_TITLE = 80
MAX_WHO = 60
MAX_SCRIPT = 500

Part = Literal["say", "do"]
PARTS: tuple[Part, ...] = ("say", "do")
Scripts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """The words that somebody filled in; None for what the form did not have.

    `script` has, by phase, 'say' and 'do'; '' is ours again.
    """

    title: str | None = None
    who: str | None = None
    script: Scripts = field(default_factory=dict)

    def cleaned(self) -> "Told":
        """The same, measured and without what does not belong in a text; raises BadInput."""
        return Told(
            None if self.title is None else clean_line(self.title, MAX_TITLE),
            None if self.who is None else optional_line(self.who, MAX_WHO),
            {
                phase: {part: optional(words, MAX_SCRIPT) for part, words in said.items()}
                for phase, said in self.script.items()
            },
        )

    def on(self, step: Step) -> Step:
        """The step with these words."""
        phases = dict.fromkeys(stop.phase for stop in activity_of(step.kind).stops(step))
        script = {
            phase: {**step.script.get(phase, {}), **self.script.get(phase, {})} for phase in phases
        }
        return replace(
            step,
            title=step.title if self.title is None else self.title,
            who=step.who if self.who is None else self.who,
            script={phase: _filled(said) for phase, said in script.items() if any(said.values())},
        )


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class Seen:
    """A step as a form showed it, with what stands ready to be said and done."""

    step: Step
    ready: Scripts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PhaseScript:
    """What stands ready for a phase, and what somebody wrote in its place."""

    phase: str
    ready: Mapping[str, str]
    own: Mapping[str, str]


def scripts_of(evening: Evening, step: Step, now: datetime) -> Iterator[PhaseScript]:
    """For each phase of a step in which the facilitator has something to say or to do.

    What is planned knows of nobody and of no idea, and a stored board would read on after its
    transaction, with a connection that nobody gives back.
    """
    planned_for = replace(evening, people=(), challenges=(), board=MemoryBoard())
    scene = replace(scene_of(planned_for, step, now), ends_at=None)
    seen: set[str] = set()
    for index, stop in enumerate(stops_of(step)):
        if stop.phase in seen:
            continue
        seen.add(stop.phase)
        planned = activity_of(step.kind).planned_script(replace(scene, stop_index=index))
        if planned:
            yield PhaseScript(stop.phase, in_full(planned), step.script.get(stop.phase, {}))


def said_and_done(step: Step, stop: Stop, script: Script | None) -> Mapping[str, str]:
    """'say' and 'do' in this stop, in the words of the library or else in ours; '' without any."""
    if script is None:
        return dict.fromkeys(PARTS, "")
    return {**in_full(script), **step.script.get(stop.phase, {})}


def _filled(said: Mapping[str, str]) -> Mapping[str, str]:
    return {part: words for part, words in said.items() if words}


def in_full(script: Script) -> Mapping[str, str]:
    """What stands ready, in words."""
    return {"say": in_words(script.say), "do": in_words(script.do)}
