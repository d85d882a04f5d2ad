"""Which pages speak Dutch alone, and which in two languages."""

from plekberaad_app.features.discovery import pages, untranslated

IN_TWO_LANGUAGES = {
    "",
    "d",
    "meer-horen",
    "mijn-gegevens",
    "netwerk",
    "privacy",
    "uitnodiging",
    "404",
    "tafel",
    "kunstenaar",
}


def test_every_page_has_one_language_or_a_switch():
    beginnings = {page.address.split("/")[1] for _, page in pages()}
    assert set(untranslated()) == beginnings - IN_TWO_LANGUAGES


def test_pages_whose_addresses_begin_alike_speak_the_same_languages():
    found = {(page.address.split("/")[1], page.is_translated) for _, page in pages()}
    assert len(found) == len({beginning for beginning, _ in found})
