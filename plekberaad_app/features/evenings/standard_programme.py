"""The programme that an evening starts with: as long as the evening may take."""

from collections.abc import Mapping
from typing import Any

from plekberaad_app.core.programme import Step
from plekberaad_app.features.evenings.proposal import Proposal, propose
from plekberaad_app.room.programme_edits import new_step
from plekberaad_app.room.stretching import stretched

# The parts of an evening (name of the title, kind, options); lengths that are not given here are
# the activity's own.
PARTS: tuple[tuple[str, str, Mapping[str, Any]], ...] = (
    ("welcome", "welcome", {"length": 600}),
    ("carousel", "carousel", {"mode": "inside", "rounds": 2}),
    ("pause", "intermission", {}),
    ("voting", "voting", {"source": "marked", "length": 180, "result_length": 120}),
    ("closing", "closing", {"length": 300}),
)
NAMES = tuple(name for name, _kind, _options in PARTS)
# Without a length to fill there is no break.
_SHORT = tuple(name for name in NAMES if name != "pause")


def standard_steps(minutes: int | None, titles: Mapping[str, str]) -> tuple[Step, ...]:
    """Steps that fill the minutes there are, or the shortest evening if nobody said how many.

    `titles` names them (see NAMES).
    """
    if minutes is None:
        return tuple(_step(name, titles) for name in _SHORT)
    proposal = propose(minutes)
    lengths = _lengths(proposal)
    steps = (_step(name, titles, proposal.rounds) for name in NAMES if lengths[name])
    return tuple(
        _lasting(step, length)
        for step, length in zip(steps, filter(None, lengths.values()), strict=True)
    )


def _lengths(proposal: Proposal) -> dict[str, int]:
    """Minutes by name, in the order of NAMES."""
    return {
        "welcome": proposal.welcome,
        "carousel": proposal.in_rounds,
        "pause": proposal.pause,
        "voting": proposal.vote,
        "closing": proposal.closing,
    }


def _step(name: str, titles: Mapping[str, str], rounds: int = 0) -> Step:
    kind, options = next((kind, options) for known, kind, options in PARTS if known == name)
    in_rounds = {"rounds": rounds} if rounds and name == "carousel" else {}
    return new_step(kind, titles[name], {**options, **in_rounds})


def _lasting(step: Step, minutes: int) -> Step:
    return new_step(step.kind, step.title, stretched(step, minutes), step.id)
