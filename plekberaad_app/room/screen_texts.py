"""What a server has every live screen say besides what comes with the panel of a step."""

from plekberaad_app.room.projections.titles import OUR_TITLES
from plekberaad_app.ui.texts import need_all


def need_texts_of_the_stage() -> None:
    """What a step is called when its facilitator gave it no name, for the page that is drawn."""
    need_all(OUR_TITLES)
