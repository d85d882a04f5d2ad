"""What a step is called in the other language."""

from functools import cache

from plekberaad_app.platform.i18n.catalogue import keys, phrase

# The names that new steps get; a facilitator may choose another.
_OURS = "preparing.step."


def title_in_english(title: str) -> str:
    """The title of a step in English if it is one of ours; otherwise as the facilitator wrote
    it."""
    return _our_titles().get(title, title)


@cache
def _our_titles() -> dict[str, str]:
    titles = [phrase(key) for key in keys() if key.startswith(_OURS)]
    return {title.nl: title.en for title in titles}
