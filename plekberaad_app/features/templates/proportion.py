"""Making all steps of a programme longer or shorter, so that together they fill the minutes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from plekberaad_app.activities.contract.stage import timeline_of
from plekberaad_app.core.errors import BadInput
from plekberaad_app.core.programme import Step
from plekberaad_app.core.schedule import minutes_left
from plekberaad_app.room.stretching import minutes_of, stretched

Steps = tuple[Step, ...]
# A carousel of seven rounds cannot take every number of minutes to the second.
_TRIES = 3


def in_proportion(steps: Steps, minutes: int) -> Steps | None:
    """Every step as much longer or shorter as all of them, at most a minute under what was asked;
    None where one cannot be so long or short."""
    if not steps:
        return None
    for asked in range(minutes, minutes - _TRIES, -1):
        try:
            found = _lasting(steps, _shares(steps, asked))
        except BadInput:
            return None
        if minutes_left(timeline_of(found), minutes) >= 0:
            return found
    return None


def _shares(steps: Steps, minutes: int) -> Sequence[int]:
    """Whole minutes that add up, in the proportions of now."""
    now = [minutes_of(step) for step in steps]
    until = (round(passed * minutes / sum(now)) for passed in accumulate(now, initial=0))
    return [after - before for before, after in pairwise(until)]


def _lasting(steps: Steps, minutes: Sequence[int]) -> Steps:
    return tuple(
        replace(step, options=stretched(step, each))
        for step, each in zip(steps, minutes, strict=True)
    )
