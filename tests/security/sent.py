"""What is sent to the handlers of a state by whoever may and by whoever may not."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from tests.security.house import House

Payload = Mapping[str, Any]


@dataclass(frozen=True)
class Sent:
    """A payload that works for who may call it, for each handler, such as 'tablet_state.steer'.

    `own`: the handlers with which a facilitator of another library changes what is their own;
    `spoiling`: after which there would be nobody left to try the rest; `effective`: that certainly
    change something for who may call them like that.
    """

    payloads: Mapping[str, Callable[[House], Payload]]
    own: Collection[str] = ()
    spoiling: Collection[str] = ()
    effective: Collection[str] = ()


def last_step(house: House) -> str:
    """The id of the last step of the evening."""
    return house.evening.facilitator.shown["programme"][-1]["id"]
