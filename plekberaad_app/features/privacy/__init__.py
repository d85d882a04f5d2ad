"""People's own data: what is known about them, to take along and to erase."""

from plekberaad_app.platform.feature import Feature, Page

FEATURE = Feature(
    pages=(
        Page(
            "/mijn-gegevens/[code]",
            "my_data_page:my_data_page",
            "title.my_data",
            on_load="my_data_state:MyDataState.enter",
            is_translated=True,
        ),
        Page("/privacy", "page:privacy_page", "title.privacy", is_translated=True),
    ),
    routes=("routes:ROUTES",),
)
