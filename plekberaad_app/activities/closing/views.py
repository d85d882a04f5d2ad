"""What every screen draws of a closing, besides the first steps, which all screens know."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ClosingView:
    """The last words of the facilitator and the id of a photo; '' for none."""

    text: str
    image: str
