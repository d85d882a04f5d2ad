"""The colours of the project, read from the one stylesheet that holds them."""

import re
from pathlib import Path

TABLES = 12

_STYLESHEET = Path(__file__).parents[2] / "assets" / "styles" / "tokens.css"
_ROOT = re.compile(r":root \{(.*?)\n\}", re.DOTALL)
_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9A-F]{6});")


def _read_colours() -> dict[str, str]:
    root = _ROOT.search(_STYLESHEET.read_text(encoding="utf-8"))
    return dict(_COLOUR.findall(root.group(1))) if root else {}


COLOURS = _read_colours()
