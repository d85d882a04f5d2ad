"""The words about people's data and their version change together."""

import hashlib

from plekberaad_app.core.privacy_notice import VERSION, known_version
from plekberaad_app.platform.i18n.catalogue import keys, text
from plekberaad_app.platform.i18n.languages import LANGUAGES
from plekberaad_app.room.phone.check_in import PRIVACY_SENTENCES

# Other words? Add a VERSION in core/privacy_notice.py, beside the old one, and its digest here.
SHOWN = {
    "2026-11": "71e2c012a5bdd8aa",  # pragma: allowlist secret
    "2026-12": "744b3bd05f3145e7",  # pragma: allowlist secret
    "2027-01": "1a08450785bf8fd8",  # pragma: allowlist secret
}


def told() -> list[str]:
    """All keys of what people are told: three sentences at the door, and the page behind them."""
    at_the_door = {f"phone.check_in.{name}" for name in PRIVACY_SENTENCES}
    # The version itself and the button back tell nothing about data.
    aside = {"privacy.version", "privacy.back"}
    return sorted(at_the_door | {key for key in keys() if key.startswith("privacy.")} - aside)


def digest() -> str:
    words = "\n".join(text(key, language) for key in told() for language in LANGUAGES)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def test_other_words_about_data_have_another_version():
    assert digest() == SHOWN[VERSION]


def test_every_version_that_was_ever_shown_stays_known():
    assert all(known_version(version) == version for version in SHOWN)
    assert known_version("verzonnen") == known_version("") == ""


def test_the_sentences_at_the_door_are_three_and_short():
    assert len(PRIVACY_SENTENCES) == 3
    for name in PRIVACY_SENTENCES:
        assert len(text(f"phone.check_in.{name}").split()) <= 12
