"""What happens to texts that may identify a person: the one place that decides.

Ideas, questions, explanations and challenges wait until a facilitator has looked: an address may be
exactly what they are about. A name and a next step are refused, and whoever typed it takes the data
out: a room needs no phone number to know who does what. What a facilitator writes to the room is up
to them: it goes out, with a warning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from plekberaad_app.core.contributions import Contribution
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.people import Challenge
from plekberaad_app.core.personal_data import found_in

HELD = "held"
APPROVAL = "approval"
"""Why an item waits that is only new, in an evening in which a facilitator approves first."""


def first_found(*texts: str) -> str:
    """The most telling kind of personal data that these texts seem to contain, or ''."""
    return next((kind.value for kind in found_in("\n".join(texts))), "")


def require_impersonal(*texts: str) -> None:
    """Raises BadInput('holds_<kind>') for texts that seem to contain personal data."""
    if found := first_found(*texts):
        raise BadInput(f"holds_{found}")


def offered(challenge: Challenge, before: Challenge | None) -> Challenge:
    """A challenge as its owner offers it; if the words are the same, a facilitator's decision
    stands."""
    is_same = before is not None and before.sentence == challenge.sentence
    held_for = before.held if before and is_same else first_found(challenge.sentence)
    return replace(challenge, held=held_for)


def screen_personal_data(item: Contribution, words: Iterable[str]) -> Contribution:
    """What somebody just wrote, hidden until a facilitator has looked if it may hold personal data.

    `words` are the fields of its payload that hold people's own words. If those it was held for are
    gone, it is released; what a facilitator hid stays hidden.
    """
    found = first_found(*(str(item.payload.get(name) or "") for name in words))
    if found:
        return replace(item, hidden=True, payload={**item.payload, HELD: found})
    return decided(item, hidden=False) if HELD in item.payload else item


def wait_for_approval(
    item: Contribution, before: Contribution | None, words: Iterable[str]
) -> Contribution:
    """What somebody just wrote, hidden until a facilitator has read it.

    Words that stayed the same keep what was decided about them.
    """
    if HELD in item.payload or not any(item.payload.get(name) for name in words):
        return item
    if before is not None and all(
        before.payload.get(name) == item.payload.get(name) for name in words
    ):
        is_waiting = before.payload.get(HELD) == APPROVAL
        return _waiting(item) if is_waiting else item
    return _waiting(item)


def _waiting(item: Contribution) -> Contribution:
    return replace(item, hidden=True, payload={**item.payload, HELD: APPROVAL})


def decided(item: Contribution, *, hidden: bool) -> Contribution:
    """A facilitator let the item through or keeps it back: either way it no longer waits."""
    return replace(item, hidden=hidden, payload=_without_held(item.payload))


def held(item: Contribution) -> str:
    """Why an item waits for the facilitator, or ''."""
    return str(item.payload.get(HELD, "")) if item.hidden else ""


def _without_held(payload: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in payload.items() if name != HELD}
