"""Which text told people what becomes of their data.

Other words about data get another version, so that we know what each person was shown; a test
holds version and words together (tests/platform/i18n/test_information.py).
"""

VERSION = "2027-01"
_EVER: frozenset[str] = frozenset({"2026-11", "2026-12", VERSION})


def known_version(shown: str) -> str:
    """The version that a page says it showed; '' when there never was such a one."""
    return shown if shown in _EVER else ""
