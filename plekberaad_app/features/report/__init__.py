"""The report of an evening: to read, to print, to take along as a file."""

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
