"""Whether what a step is called are words of ours, which each browser says in its own language."""

from functools import cache

from plekberaad_app.core.say import Say
from plekberaad_app.platform.i18n.catalogue import keys, text

# The names that new steps get; a facilitator may choose another.
OUR_TITLES = "preparing.step."


def own_and_ours(title: str) -> tuple[str, Say]:
    """The title as a facilitator wrote it, or the one of ours that it is; the other is empty."""
    key = _our_titles().get(title, "")
    return ("", Say(key)) if key else (title, Say())


@cache
def _our_titles() -> dict[str, str]:
    return {text(key): key for key in sorted(keys()) if key.startswith(OUR_TITLES)}
