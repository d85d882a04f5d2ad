"""What somebody would read of a drawn page: its keys in Dutch words."""

import re
from typing import Any

from plekberaad_app.platform.i18n.catalogue import forms_of, text

_SAID = re.compile(r'(?<=say\()"([a-z0-9_.]+)"')


def as_read(*drawn: Any) -> str:
    """What the browser is told to draw, with the words that it says for each key."""
    return in_dutch(str([each.render() for each in drawn]))


def in_dutch(code: str) -> str:
    """Code of a page, with the words that a browser says for each key."""
    return _SAID.sub(lambda found: _words(found[1]), code)


def _words(key: str) -> str:
    return " | ".join(text(form) for form in sorted(forms_of(key)))
