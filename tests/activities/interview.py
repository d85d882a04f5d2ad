"""An activity made up for the tests: people talk in pairs, twice, and keep a thought to
themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plekberaad_app.core.programme import Step
from plekberaad_app.platform.i18n import catalogue
from plekberaad_app.platform.i18n.languages import LANGUAGES
from tests.activities.folders import with_folder

INIT = """
from plekberaad_app.activities.contract.manifest import Manifest, Panels
from plekberaad_app.activities.interview.rules import Interview

ACTIVITY = Manifest(
    kind="interview",
    rules=Interview(),
    panels=Panels(*["panels:panel"] * 3),
    demo="demo:turns",
)
"""
RULES = '''
from dataclasses import dataclass
from typing import Annotated

from plekberaad_app.activities.contract.activity import Activity, Face, Rule, Say, Sign
from plekberaad_app.activities.contract.acts import ForGroup, Words
from plekberaad_app.activities.contract.capabilities import KeepsPrivate, PlansGroups
from plekberaad_app.activities.contract.groups import group_numbered, members, pair_of
from plekberaad_app.activities.contract.lookups import is_repeat
from plekberaad_app.activities.contract.outcomes import Outcome
from plekberaad_app.activities.contract.parsing import DeviceId
from plekberaad_app.activities.contract.report import Quotes
from plekberaad_app.activities.contract.views import Views
from plekberaad_app.activities.kit.shown_names import shown_name
from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import NotAllowed
from plekberaad_app.core.groups import Grouping, GroupKind


class Tell(ForGroup):
    """What a pair wants the room to know."""

    id: DeviceId
    text: Annotated[str, Words(200)]


class Think(ForGroup):
    """What somebody wants to remember, for themselves alone."""

    id: DeviceId
    text: Annotated[str, Words(200)]


def tell(scene, act, actor):
    return _written(scene, act, actor, "answer", _group(scene, act, actor).number)


def think(scene, act, actor):
    return _written(scene, act, actor, "thought", 0)


def _group(scene, act, actor):
    if act.group:
        return group_numbered(scene, act.group)
    pair = pair_of(scene, actor.person) if actor.person else None
    if pair is None:
        raise NotAllowed("no_groups_now")
    return pair


def _written(scene, act, actor, kind, group):
    if is_repeat(scene, act.id, kind, actor):
        return ()
    if scene.stop is None:
        raise NotAllowed("no_groups_now")
    table = actor.person.table if actor.person else None
    payload = {"text": act.text, "group": group}
    return (
        Contribution(
            act.id, scene.step.id, scene.stop.round, scene.stop.phase, table, "", actor.author,
            kind, payload, scene.now, actor.on_behalf,
        ),
    )


@dataclass(frozen=True)
class View:
    names: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Own:
    thoughts: tuple[str, ...]


class Interview(PlansGroups, KeepsPrivate, Activity):
    private = frozenset({"thought"})
    views = Views(phone=View, personal=Own)
    signs = {
        "talk": Sign("speech", "clay"),
        "swap": Sign("speech", "sun"),
        "share": Sign("list-checks", "blue"),
    }
    acts = {"tell": Rule(Tell, tell), "think": Rule(Think, think)}

    def grouping(self, step, stop):
        if stop.phase == "share":
            return Grouping(GroupKind.ROOM)
        return Grouping(GroupKind.PAIR, across=bool(step.options.get("across")), is_anew=True)

    def face(self, scene, audience):
        if audience.screen != "phone":
            return Face(line=Say("live.done.moved_to_group"))
        group = audience.group
        people = members(scene, group) if group else ()
        names = [shown_name(each.name, each.number) for each in people]
        said = [
            each.payload["text"]
            for each in scene.board.of_step(scene.step.id, "answer")
            if group and each.payload["group"] == group.number
        ]
        return Face(line=Say("live.done.moved_to_group"), view=View(tuple(names), tuple(said)))

    def personal(self, scene, author):
        own = scene.board.of_author(author, "thought")
        return Own(tuple(each.payload["text"] for each in own))

    def report(self, scene):
        return (Quotes.of(scene.board.of_step(scene.step.id, "answer")),)

    def outcomes(self, scene):
        found = scene.board.of_step(scene.step.id, "answer")
        return [Outcome(each.id, "answer", each.payload["text"]) for each in found]
'''
PANELS = """
import reflex as rx


def panel(_screen):
    return rx.el.p()
"""
DEMO = """
from plekberaad_app.activities.contract.demo import fresh_id


def turns(scene, guest, minds):
    if scene.stop and scene.stop.phase != "share":
        yield minds.does(0.1, 0.4, "tell", id=fresh_id(), text="Hij fietst graag.")
        yield minds.does(0.5, 0.9, "think", id=fresh_id(), text="Dat deed me iets.")
"""
_TEXTS = {
    "interview.title": "Interview",
    "interview.phase.talk": "praten",
    "interview.phase.swap": "nog eens praten",
    "interview.phase.share": "delen",
}


def interview_step(**options: object) -> Step:
    """In pairs at tables or, with `across`, from the whole room."""
    return Step("interview", "interview", "Interview", options)


@contextmanager
def with_interview(place: Path) -> Iterator[None]:
    """Its folder, where the program looks for one, and its texts."""
    files = {"__init__": INIT, "rules": RULES, "panels": PANELS, "demo": DEMO}
    with with_folder(place, "interview", **files), pytest.MonkeyPatch.context() as patch:
        for language in LANGUAGES:
            for key, text in _TEXTS.items():
                patch.setitem(catalogue._TEXTS[language], key, text)
        yield
