"""Which privacy notice people were shown.

Changing the notice changes the version, so that we know what each person was shown; a test keeps
version and text in step (tests/platform/i18n/test_information.py).
"""

VERSION = "2027-01"
_EVER: frozenset[str] = frozenset({"2026-11", "2026-12", VERSION})


def known_version(shown: str) -> str:
    """The version that a page says it showed; '' if there never was such a version."""
    return shown if shown in _EVER else ""
