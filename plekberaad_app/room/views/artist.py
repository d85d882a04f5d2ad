"""What only an artist's screen draws."""

from dataclasses import dataclass, field

from plekberaad_app.core.say import Say


@dataclass(frozen=True)
class ArtistStepCard:
    """A step of the programme; a title is in the facilitator's words, or `titled` says it."""

    id: str = ""
    title: str = ""
    titled: Say = field(default_factory=Say)
    starts_at: str = ""
    is_now: bool = False
    is_done: bool = False
    is_own: bool = False


@dataclass(frozen=True)
class ArtistView:
    """The programme, and how it stands with the artist's own step.

    `turn`: '' (no step was agreed), 'later', 'next', 'now' or 'done'; `steps_before` says how many
    steps come first.
    """

    steps: list[ArtistStepCard] = field(default_factory=list)
    turn: str = ""
    starts_at: str = ""
    steps_before: int = 0
