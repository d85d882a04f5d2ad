"""The report of an evening: on a page, on paper, and as a file."""

from plekberaad_app.platform.feature import Feature, Page

FEATURE = Feature(
    pages=(
        Page(
            "/verslag/[code]",
            "page:report_page",
            "title.report",
            on_load="state:ReportState.enter",
        ),
    ),
    routes=("routes:ROUTES",),
)
