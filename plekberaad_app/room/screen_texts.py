"""What a server has a screen say besides what comes with the panel of a step."""

from plekberaad_app.activities.contract.titles import title_keys
from plekberaad_app.ui.texts import need


def need_titles_of_steps() -> None:
    """What a step is called when its facilitator gave it no name, for the page that is drawn."""
    for key in title_keys():
        need(key)
