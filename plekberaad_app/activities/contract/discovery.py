"""The activities there are: every folder of `plekberaad_app.activities` with an `ACTIVITY`."""

from collections.abc import Callable, Sequence
from functools import cache, wraps
from typing import Any, get_args

import plekberaad_app.activities as home
from plekberaad_app.activities.contract.activity import Activity, ScreenName
from plekberaad_app.activities.contract.capabilities import Writes
from plekberaad_app.activities.contract.demo import Turns
from plekberaad_app.activities.contract.manifest import Manifest, NoteTools, OptionForm, QuickForm
from plekberaad_app.activities.contract.views import Screen
from plekberaad_app.core.errors import NotFound
from plekberaad_app.platform.folders import BrokenFolder, load, packages_in

_SHARED = {"contract", "kit"}


@cache
def activities() -> dict[str, Manifest]:
    """Every activity by its kind; raises BrokenFolder."""
    kinds = [package.rpartition(".")[2] for package in packages_in(home)]
    found = [_manifest(kind) for kind in kinds if kind not in _SHARED]
    return {one.kind: one for one in sorted(found, key=lambda one: (one.place, one.kind))}


def activity_of(kind: str) -> Activity:
    """The rules of a step's kind; raises NotFound('activity_unknown')."""
    return manifest_of(kind).rules


def manifest_of(kind: str) -> Manifest:
    """What the folder of a step's kind declares; raises NotFound('activity_unknown')."""
    try:
        return activities()[kind]
    except KeyError:
        raise NotFound("activity_unknown") from None


def panels(screen: ScreenName) -> dict[str, Callable[[Any], Any]]:
    """What every activity draws on this screen, by kind: functions of the screen's state class.

    They raise BrokenFolder, as this does.
    """
    return {
        kind: _drawn(one, screen, _named(kind, getattr(one.panels, screen)))
        for kind, one in activities().items()
    }


def plan_panels() -> dict[str, Callable[[Any], Any]]:
    """What draws the plans of the kinds that have one, on the tablet; raises BrokenFolder."""
    return {
        kind: _drawn(one, "tablet", _named(kind, one.panels.plan))
        for kind, one in activities().items()
        if one.panels.plan
    }


def note_tools(kind: str) -> NoteTools | None:
    """What can be done with a note on the tablet, if this kind has something of its own."""
    one = manifest_of(kind)
    if not one.panels.notes:
        return None
    found = _named(kind, one.panels.notes)
    return NoteTools(*(_drawn(one, "tablet", each) for each in (found.is_there, found.draw)))


def typed_panel(kind: str) -> Callable[[Any], Any] | None:
    """What draws what was typed over from paper, if this kind does so itself."""
    one = manifest_of(kind)
    return _drawn(one, "tablet", _named(kind, one.panels.typed)) if one.panels.typed else None


def option_form(kind: str) -> OptionForm:
    """How a step of this kind is set; raises NotFound('activity_unknown')."""
    named = manifest_of(kind).options
    if not named:
        raise NotFound("activity_unknown")
    return _named(kind, named)


def option_forms() -> dict[str, OptionForm]:
    """The forms of the activities for which something can be set, by kind."""
    return {kind: option_form(kind) for kind, one in activities().items() if one.options}


def quick_form(kind: str) -> QuickForm:
    """What has to be said for a session of this kind alone; raises NotFound('activity_unknown')."""
    named = manifest_of(kind).quick
    if not named:
        raise NotFound("activity_unknown")
    return _named(kind, named)


def quick_forms() -> dict[str, QuickForm]:
    """The forms of the activities that can be used on their own, by kind."""
    return {kind: quick_form(kind) for kind, one in activities().items() if one.quick}


def demo_of(kind: str) -> Turns | None:
    """What simulated people do in a step of this kind, if anything."""
    named = manifest_of(kind).demo
    return _named(kind, named) if named else None


def check() -> None:
    """Load all that the folders declare; raises BrokenFolder."""
    for screen in get_args(ScreenName):
        panels(screen)
    option_forms()
    plan_panels()
    quick_forms()
    for kind in activities():
        for loaded in (demo_of, note_tools, typed_panel):
            loaded(kind)


def is_kept(act: str, kinds: Sequence[str]) -> bool:
    """Whether a phone keeps the text of this act until it is stored, in an evening with these kinds
    of steps.

    A phone may send before this process knows its evening; then no `kinds` means any.
    """
    known = [one.rules for kind, one in activities().items() if not kinds or kind in kinds]
    return any(act in rules.boxes for rules in known if isinstance(rules, Writes))


def _drawn(one: Manifest, screen: ScreenName, draw: Callable[..., Any]) -> Callable[..., Any]:
    """The same, of which the last argument is the screen's state class."""

    @wraps(draw)
    def drawn(*given: Any) -> Any:
        try:
            return draw(*given[:-1], Screen(given[-1], one.rules.views, screen))
        except Exception as fault:
            raise BrokenFolder(_package(one.kind), f"{type(fault).__name__}: {fault}") from fault

    return drawn


def _manifest(kind: str) -> Manifest:
    found = _named(kind, ":ACTIVITY")
    if not isinstance(found, Manifest) or found.kind != kind:
        raise BrokenFolder(_package(kind), f"ACTIVITY has to be Manifest(kind={kind!r}, …)")
    return found


def _named(kind: str, named: str) -> Any:
    return load(_package(kind), named)


def _package(kind: str) -> str:
    return f"{home.__name__}.{kind}"
