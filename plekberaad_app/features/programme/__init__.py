"""The programme of one evening, and everything with which it is changed."""

from plekberaad_app.platform.feature import Feature, Page

__all__ = ["FEATURE"]

FEATURE = Feature(
    pages=(
        Page(
            "/voorbereiden/[code]",
            "page:programme_page",
            "title.programme",
            on_load="state:ProgrammeState.enter",
            holds=("evening",),
        ),
    ),
    todo=("checklist:fits",),
    tidies=("tidying:forget_edits",),
)
