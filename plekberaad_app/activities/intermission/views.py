"""What every screen draws of an intermission."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UpcomingView:
    """The step that follows; all is '' after the last one.

    The title is in the words of the facilitator, or it is one of ours: then `ours` is its key.
    `sign` and `hue` are those of the phase that it begins with.
    """

    title: str = ""
    ours: str = ""
    sign: str = ""
    hue: str = ""


@dataclass(frozen=True)
class PhoneView:
    """`offer`: what there is meanwhile, or ''."""

    offer: str
    upcoming: UpcomingView


@dataclass(frozen=True)
class ProjectorView:
    """`until` is when it goes on, such as '20.45', or '' while no clock can tell.

    `image` is the id of a picture, or ''. The bell sounds with `bell_at` milliseconds left (0: not
    by itself), and each time that `rung` grows.
    """

    until: str
    offer: str
    image: str
    upcoming: UpcomingView
    bell_at: int
    rung: int


@dataclass(frozen=True)
class TabletView:
    """As on the projector. `rung`: how often a facilitator rang; `rings`: the bell also rings by
    itself."""

    until: str
    offer: str
    upcoming: UpcomingView
    rung: int
    rings: bool
