"""*Oefen*: the same programme beside the real evening, with simulated people."""

from plekberaad_app.features.rehearsal.crowd import Crowd, Stage
from plekberaad_app.platform.feature import Feature, Part

__all__ = ["FEATURE", "Crowd", "Stage"]

FEATURE = Feature(
    parts=(
        Part("desk.evening", "desk_part:rehearse"),
        Part("desk.first", "desk_part:refused"),
    ),
    routes=("routes:ROUTES",),
    tidies=("rehearsals:drop_old",),
)
