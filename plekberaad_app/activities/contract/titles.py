"""Whether what a step is called are words of ours, which each browser says in its own language."""

from functools import cache

from plekberaad_app.activities.contract.discovery import activities
from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import keys, text

_OF_TEMPLATES = "templates.step."


def own_and_ours(title: str) -> tuple[str, Say]:
    """The title as a facilitator wrote it, or the one of ours that it is; the other is empty."""
    key = _our_titles().get(title, "")
    return ("", Say(key)) if key else (title, Say())


@cache
def title_keys() -> frozenset[str]:
    """The names that new steps get: of a template and of each activity. A facilitator may choose
    another."""
    of_activities = {f"{kind}.title" for kind in activities()}
    return frozenset(of_activities | {key for key in keys() if key.startswith(_OF_TEMPLATES)})


@cache
def _our_titles() -> dict[str, str]:
    return {text(key): key for key in sorted(title_keys())}
