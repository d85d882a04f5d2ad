"""Before the evening: the evenings of a library, and what each of them is about."""

from plekberaad_app.features.evenings.about_fields import about_fields
from plekberaad_app.features.evenings.description import (
    LEAST_EVENING,
    MAX_TITLE,
    About,
    describe,
)
from plekberaad_app.features.evenings.forms import about_in, about_of
from plekberaad_app.features.evenings.library_evenings import create_with
from plekberaad_app.features.evenings.views import AboutView
from plekberaad_app.platform.feature import Feature, Page

__all__ = [
    "FEATURE",
    "LEAST_EVENING",
    "MAX_TITLE",
    "About",
    "AboutView",
    "about_fields",
    "about_in",
    "about_of",
    "create_with",
    "describe",
]

FEATURE = Feature(
    pages=(
        Page(
            "/voorbereiden",
            "evenings_page:preparing_page",
            "title.preparing",
            on_load="state:PreparingState.enter",
            holds=("desk.first", "desk", "desk.evening", "desk.seldom"),
        ),
    ),
    tidies=("deletion:drop_deleted",),
    todo=("checklist:about",),
    operations={"delete": "operations:delete"},
)
