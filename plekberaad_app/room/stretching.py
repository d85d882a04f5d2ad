"""Giving a step more or less time: its phases keep their proportions."""

from collections.abc import Mapping
from math import ceil
from typing import Any, get_type_hints

from plekberaad_app.activities.contract.discovery import activity_of
from plekberaad_app.activities.contract.parsing import Seconds
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.programme import Step

LEAST_MINUTES = 1
MAX_MINUTES = 240
HALF_A_MINUTE = 30


def minutes_of(step: Step) -> int:
    """How many whole minutes a step takes in all, rounded up."""
    total = sum(stop.length.total_seconds() for stop in activity_of(step.kind).stops(step))
    return ceil(total / 60)


def stretched(step: Step, minutes: int) -> dict[str, Any]:
    """Options with which the step takes this many minutes in all, to the second if possible.

    Every option of type Seconds is a length; the activity says how often each counts (in a carousel
    once a round). Raises BadInput('minutes_out_of_range') (least, most).
    """
    _require_range(LEAST_MINUTES <= minutes <= MAX_MINUTES)
    activity = activity_of(step.kind)
    options = activity.options(step.options)
    lengths = {
        name: getattr(options, name)
        for name, kind in get_type_hints(type(options), include_extras=True).items()
        if kind == Seconds
    }
    total = sum(stop.length.total_seconds() for stop in activity.stops(step))
    once = minutes * 60 * sum(lengths.values()) / total
    try:
        read = activity.options({**step.options, **_in_parts(lengths, round(once))})
    except BadInput:
        raise _out_of_range() from None
    return read.model_dump(mode="json")


def _in_parts(lengths: Mapping[str, int], total: int) -> dict[str, int]:
    """Half minutes, which are easy to read and say, unless that leaves a part with nothing."""
    if total % HALF_A_MINUTE == 0:
        halves = _divided(lengths, total // HALF_A_MINUTE)
        if all(halves.values()):
            return {name: count * HALF_A_MINUTE for name, count in halves.items()}
    return _divided(lengths, total)


def _divided(lengths: Mapping[str, int], total: int) -> dict[str, int]:
    """`total` in the proportions of `lengths`; rounding neither loses nor adds a second."""
    before = sum(lengths.values())
    divided: dict[str, int] = {}
    passed = given = 0
    for name, length in lengths.items():
        passed += length
        divided[name] = round(total * passed / before) - given
        given += divided[name]
    return divided


def _require_range(fits: bool) -> None:
    if not fits:
        raise _out_of_range()


def _out_of_range() -> BadInput:
    return BadInput("minutes_out_of_range", least=LEAST_MINUTES, most=MAX_MINUTES)
