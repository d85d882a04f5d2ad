"""Templates: programmes to begin an evening with, which fill the minutes that there are."""

from plekberaad_app.features.templates.choosing import (
    DEFAULT,
    TemplateCard,
    chosen,
    offered,
)
from plekberaad_app.features.templates.filling import refilled
from plekberaad_app.features.templates.proportion import in_proportion
from plekberaad_app.features.templates.template import WITHOUT_BREAK
from plekberaad_app.platform.feature import Feature, Page, Part, Upload

__all__ = [
    "DEFAULT",
    "FEATURE",
    "WITHOUT_BREAK",
    "TemplateCard",
    "chosen",
    "in_proportion",
    "offered",
    "refilled",
]

# In bytes: thirty steps with a script of their own take far less.
MAX_FILE = 200_000

FEATURE = Feature(
    pages=(
        Page(
            "/sjablonen",
            "page:templates_page",
            "title.templates",
            on_load="state:TemplatesState.enter",
        ),
    ),
    parts=(
        Part("evening", "programme_part:keeping", on_load="programme_state:KeepingState.enter"),
        Part("desk.seldom", "desk_part:templates", place=20),
    ),
    routes=("routes:ROUTES",),
    uploads=(Upload("/sjablonen", MAX_FILE, refusal="file_too_large"),),
)
