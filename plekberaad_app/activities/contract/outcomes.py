"""What a step brings that a later step may take up: to vote on, to write about, to begin with.

An activity publishes outcomes; whoever takes them up says of which kinds and of which steps, and
knows nothing of the activity that they came from.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that came out of a step, as the whole room may read it: never hidden, no author.

    `id` stays the same for as long as it stands. `kind` is a word that whoever takes it up goes by,
    such as 'idea', 'next_step' or 'cluster'; `about` is the wish it belongs to, or ''. `count` is
    how many people stand behind it, where that may be told. `step_id` is filled in by the stage.
    """

    id: str
    kind: str
    text: str
    table: int = 0
    about: str = ""
    tags: frozenset[str] = frozenset()
    count: int = 0
    step_id: str = ""


@dataclass(frozen=True, slots=True)
class Takes:
    """Which outcomes a step takes up: of these kinds and of these earlier steps; empty is all."""

    kinds: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()

    def includes(self, outcome: Outcome) -> bool:
        """Whether this is one of them."""
        return (not self.kinds or outcome.kind in self.kinds) and (
            not self.steps or outcome.step_id in self.steps
        )


def no_outcomes() -> tuple[Outcome, ...]:
    """Of a step with nothing before it."""
    return ()
