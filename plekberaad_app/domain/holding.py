"""Holding back what seems to lead to a person, until a facilitator has looked at it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from plekberaad_app.domain.contributions import Contribution
from plekberaad_app.domain.personal_data import found_in

HELD = "held"
# Where in a payload people's own words stand.
WORDS = ("text", "answer")


def looked_through(item: Contribution) -> Contribution:
    """What somebody just wrote, hidden for the facilitator when it seems to hold personal data.

    What was held for words that are no longer in it is let go; what a facilitator hid stays hidden.
    """
    found = found_in("\n".join(str(item.payload.get(name) or "") for name in WORDS))
    if found:
        return replace(item, hidden=True, payload={**item.payload, HELD: found[0].value})
    return decided(item, hidden=False) if HELD in item.payload else item


def decided(item: Contribution, *, hidden: bool) -> Contribution:
    """A facilitator let the item through, or keeps it back: it waits no longer."""
    return replace(item, hidden=hidden, payload=_without_held(item.payload))


def held(item: Contribution) -> str:
    """Why an item waits for the facilitator, or ''."""
    return str(item.payload.get(HELD, "")) if item.hidden else ""


def _without_held(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if name != HELD}
