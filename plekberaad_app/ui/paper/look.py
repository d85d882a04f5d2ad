"""What every sheet of paper needs to be of one hand with the screens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plekberaad_app.platform.pdf import typesetting
from plekberaad_app.ui.icons import UnknownIcon, sprite
from plekberaad_app.ui.paper.table_signs import sign_svg
from plekberaad_app.ui.tokens import COLOURS, TABLES

_SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)"[^>]*>(.*?)</symbol>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to print: a Typst source, and the values that it shows."""

    source: Path
    values: Mapping[str, Any]

    def pdf(self) -> bytes:
        """As an accessible PDF."""
        return typesetting.pdf(self.source, {**self.values, "look": look()})

    def picture(self) -> bytes:
        """Its first page, small, as PNG."""
        return typesetting.picture(self.source, {**self.values, "look": look()})


@cache
def look() -> Mapping[str, Any]:
    """The colours of the screens by name, and the signs of all tables in order."""
    return {
        "colours": COLOURS,
        "signs": [sign_svg(number) for number in range(1, TABLES + 1)],
    }


def icon_svg(name: str, colour: str) -> str:
    """An icon of the sprite, in this colour of tokens.css; raises UnknownIcon."""
    lines = _symbols().get(name)
    if lines is None:
        raise UnknownIcon(name)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" '
        f'stroke="{COLOURS[colour]}" stroke-width="2" stroke-linecap="round" '
        f'stroke-linejoin="round">{lines}</svg>'
    )


@cache
def _symbols() -> Mapping[str, str]:
    return dict(_SYMBOL.findall(sprite()))
