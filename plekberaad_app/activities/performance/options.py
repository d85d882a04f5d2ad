"""Who performs what, as it is set for a step."""

from typing import Annotated, Literal

from pydantic import AfterValidator

from plekberaad_app.activities.contract.parsing import IS_PERSON, Picture, Seconds, StepOptions
from plekberaad_app.core.plain_text import optional_line

MAX_PIECE, MAX_NAME, MAX_ABOUT = 80, 60, 160

Genre = Literal["music", "poem", "dance", "story", "image", "talk", "other"]


def _piece(text: str) -> str:
    return optional_line(text, MAX_PIECE)


def _name(text: str) -> str:
    return optional_line(text, MAX_NAME)


def _about(text: str) -> str:
    return optional_line(text, MAX_ABOUT)


class PerformanceOptions(StepOptions):
    """The title of the `piece`, and `by` whom; `about` is a line about it, `image_by` who made its
    picture.

    `length` in seconds is what the programme reckons with. The room sees it run with `has_clock`
    alone: art has the time that it takes.
    """

    piece: Annotated[str, AfterValidator(_piece)] = ""
    by: Annotated[str, AfterValidator(_name), IS_PERSON] = ""
    genre: Genre = "other"
    about: Annotated[str, AfterValidator(_about)] = ""
    image: Picture = ""
    image_by: Annotated[str, AfterValidator(_name), IS_PERSON] = ""
    has_clock: bool = False
    length: Seconds = 600
