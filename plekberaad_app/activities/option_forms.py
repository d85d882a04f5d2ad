"""What can be set for a step of each activity, on the pages of facilitators."""

from collections.abc import Callable, Mapping
from typing import Any

from plekberaad_app.activities.carousel import option_fields as carousel
from plekberaad_app.activities.voting import option_fields as voting
from plekberaad_app.activities.welcome import option_fields as welcome
from plekberaad_app.core.errors import NotFound

OPTION_FIELDS = {
    "welcome": welcome.option_fields,
    "carousel": carousel.option_fields,
    "voting": voting.option_fields,
}

READERS: dict[str, Callable[[Any], Mapping[str, Any]]] = {
    "welcome": welcome.options_in,
    "carousel": carousel.options_in,
    "voting": voting.options_in,
}


def options_in(kind: str, form: Any) -> Mapping[str, Any]:
    """What was filled in for a step of this kind. Raises BadInput, NotFound."""
    if kind not in READERS:
        raise NotFound("activity_unknown")
    return READERS[kind](form)
