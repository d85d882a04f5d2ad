"""The ideas of a round: which ones there are, and whether anyone but their authors may read
them."""

from plekberaad_app.activities.carousel.options import CarouselOptions
from plekberaad_app.activities.carousel.rounds import number_now
from plekberaad_app.activities.contract.activity import Audience, Note, Scene
from plekberaad_app.activities.kit.wall import NoteWall
from plekberaad_app.core.memoizing import memoized

IDEA = "idea"
IDEAS = NoteWall(IDEA, phase="ideas", opening="reveal")


def notes(scene: Scene, options: CarouselOptions, audience: Audience) -> tuple[Note, ...]:
    """The wall of this round; a private or hidden text is on nobody's."""
    number = _round_to_read(scene, options)
    if not number:
        return ()
    return IDEAS.hanging(scene, audience, number, is_shared=options.is_wall_shared)


@memoized(16)
def _round_to_read(scene: Scene, options: CarouselOptions) -> int:
    """The running round, or 0 when its ideas may not be read; once for all who look at a scene."""
    number = number_now(scene)
    return number if IDEAS.is_readable(scene, options, number) else 0
