"""The front doors, the QR codes that lead to a page, and the page of an unknown address."""

from plekberaad_app.platform.feature import Feature, Page
from plekberaad_app.platform.routes import FIND_SCREEN

FEATURE = Feature(
    pages=(
        Page("/", "page:start_page", "title.start", is_translated=True),
        Page(FIND_SCREEN, "page:find_screen_page", "title.projector"),
        Page("/404", "not_found_page:not_found_page", "title.not_found", is_translated=True),
    ),
    routes=("qr_routes:ROUTES",),
)
