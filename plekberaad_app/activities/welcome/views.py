"""What every screen draws of a welcome."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WelcomeView:
    """A text and the id of a picture; '' for none."""

    text: str
    image: str
