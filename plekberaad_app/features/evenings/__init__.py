"""Before the evening: the evenings of a library, and the programme of one."""

from plekberaad_app.features.evenings.description import MAX_TITLE, About
from plekberaad_app.features.evenings.library_evenings import create_with
from plekberaad_app.platform.feature import Feature, Page

__all__ = ["FEATURE", "MAX_TITLE", "About", "create_with"]

FEATURE = Feature(
    pages=(
        Page(
            "/voorbereiden",
            "evenings_page:preparing_page",
            "title.preparing",
            on_load="state:PreparingState.enter",
            holds=("desk.first", "desk", "desk.seldom"),
        ),
        Page(
            "/voorbereiden/[code]",
            "programme_page:programme_page",
            "title.programme",
            on_load="state:ProgrammeState.enter",
        ),
    ),
    operations={"delete": "operations:delete"},
)
