"""What an activity's folder says about itself: one `ACTIVITY = Manifest(…)` in its `__init__.py`.

Panels, forms and demo turns are named as `module:name` within the folder and loaded when they are
needed, so that the rules of an activity can be used without Reflex.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plekberaad_app.activities.contract.activity import Activity


@dataclass(frozen=True, slots=True)
class Panels:
    """What it draws on each screen: functions that take a `Screen` (views.py).

    On the tablet it may draw more. `notes` names `NoteTools`. `typed` draws what was typed over
    from paper, where that does not all hang on the wall. `plan` draws the plan of who sits where.
    """

    phone: str
    projector: str
    tablet: str
    notes: str = ""
    typed: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True)
class NoteTools:
    """What can be done with a note beside the wall, besides what can be done with every note.

    Both get a note and the tablet's `Screen`: whether there is something to do now, and what.
    """

    is_there: Callable[[Any, Any], Any]
    draw: Callable[[Any, Any], Any]


@dataclass(frozen=True, slots=True)
class OptionForm:
    """What can be set for a step: the fields, and what reads them from the form that was sent.

    `fields` gets the step as a page has it: with its `options` as they are now and, as `sources`,
    the earlier steps that bring something to take up. `read` raises BadInput.
    """

    fields: Callable[[Any], Any]
    read: Callable[[Any], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class QuickForm(OptionForm):
    """The little that has to be said for a session of this activity alone.

    `about` reads from the form what the session is called. `read` raises BadInput.
    """

    about: Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """An activity. `kind` is the name of its folder; lists of activities go by `place`, then kind.

    `options` names an `OptionForm`; leave it out when there is nothing to set. `demo` names what
    simulated people do in it (demo.py); leave it out when there is nothing to do. `quick` names a
    `QuickForm`, for an activity that a facilitator can begin at the desk without a programme.
    `example` has the options with which a step shows what it can, where the defaults leave it
    empty. `is_break`: people rest in it; `is_art`: an artist contributes. The desk advises to have
    both in an evening.
    """

    kind: str
    rules: Activity
    panels: Panels
    options: str = ""
    demo: str = ""
    quick: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)
    is_break: bool = False
    is_art: bool = False
    place: int = field(default=100, kw_only=True)
