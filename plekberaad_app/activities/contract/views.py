"""What the screens draw of an activity: a frozen dataclass for each, which the activity declares.

Its rules answer with these, and its panels read their attributes. A name that a view does not have
raises while the app is built.
"""

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True)
class NoView:
    """Nothing to draw."""


NO_VIEW = NoView()


@dataclass(frozen=True)
class Views:
    """The type of what each screen shows (`Face.view`), and of what only its author sees.

    Fields are JSON-ready, or again frozen dataclasses; lists are tuples.
    """

    phone: type = NoView
    projector: type = NoView
    tablet: type = NoView
    personal: type = NoView


@dataclass(frozen=True)
class TellsState:
    """A personal view that tells its state from another, for refusals that hold as long as it does.

    `as_of` is compared with that of a refusal (`DomainError.as_of`).
    """

    as_of: str = field(kw_only=True)


class Screen:
    """A screen as a panel sees it: the vars and handlers of its state class.

    `face` and `personal` are vars of the declared views. On a phone `personal` arrives a moment
    after `face`; `has_personal` tells whether it is there.
    """

    face: Any
    personal: Any
    has_personal: Any

    def __init__(self, state: Any, views: Views, name: str) -> None:
        self._state = state
        self.face = state.face.to(getattr(views, name))
        if name == "phone":
            self.personal = state.personal.to(views.personal)
            self.has_personal = state.personal.contains(_first_field(views.personal))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._state, name)


def _first_field(view: type) -> str:
    """By which a view is told from that of another activity."""
    return next((each.name for each in fields(view)), "")
