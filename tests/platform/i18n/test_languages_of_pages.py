"""Which pages speak Dutch alone, and which in two languages."""

import re

from plekberaad_app.platform import routes as platform_routes
from plekberaad_app.platform.settings import ROOT

LANGUAGES = (ROOT / "assets" / "browser" / "language.jsx").read_text("utf-8")
ADDRESSES = {name for name in vars(platform_routes) if name.isupper()} - {"ANY_CODE", "WITH_A_CODE"}
IN_TWO_LANGUAGES = {"", "d", "mijn-gegevens", "privacy", "netwerk"}


def test_every_page_has_one_language_or_a_switch():
    found = re.search(r"DUTCH_ALONE = /\^\\/\(([^)]+)\)", LANGUAGES)
    assert found
    pages = {getattr(platform_routes, name).split("/")[1] for name in ADDRESSES}
    assert set(found[1].split("|")) == pages - IN_TWO_LANGUAGES
