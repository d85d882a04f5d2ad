"""Icons (Lucide) from one sprite; always with words, never instead of them.

`assets/icons.svg` has what several parts of the program draw; what is drawn for one activity or
feature alone stands in an `icons.svg` of its folder. The build makes one sprite of all of them.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import reflex as rx

_PACKAGE = Path(__file__).parents[1]
_SYMBOL = re.compile(r'<symbol id="([a-z0-9-]+)".*?</symbol>', re.DOTALL)


class UnknownIcon(KeyError):
    """The sprite has no icon of this name."""


class DoubleIcon(ValueError):
    """Two files have an icon of this name."""


def icon_named(name: rx.Var[str]) -> rx.Component:
    """The icon that a var names; whoever fills the var makes sure that the sprite has it."""
    return _drawn(rx.Var.create(f"/icons.svg#{name}"))


def icon(name: str, class_name: str = "") -> rx.Component:
    """An icon in the colour and size of the text around it; raises UnknownIcon."""
    if name not in ICONS:
        raise UnknownIcon(name)
    return _drawn(f"/icons.svg#{name}", class_name)


def sprite() -> str:
    """All icons in one file, as browsers fetch it."""
    symbols = "\n".join(_SYMBOLS.values())
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'


def icon_files(package: Path = _PACKAGE) -> list[Path]:
    """Where icons stand: the shared ones, and those of each activity and feature."""
    return [package.parent / "assets" / "icons.svg", *sorted(package.glob("*/*/icons.svg"))]


def read_icons(files: Iterable[Path]) -> Mapping[str, str]:
    """The symbols in these files by name; raises DoubleIcon."""
    symbols: dict[str, str] = {}
    for file in files:
        for found in _SYMBOL.finditer(file.read_text(encoding="utf-8")):
            if found[1] in symbols:
                raise DoubleIcon(f"{file}: {found[1]}")
            symbols[found[1]] = found[0]
    return symbols


def _drawn(href: rx.Var[str] | str, class_name: str = "") -> rx.Component:
    return rx.el.svg(
        rx.el.svg.use(href=href),
        class_name=f"icon {class_name}".strip(),
        aria_hidden="true",
    )


_SYMBOLS = read_icons(icon_files())
ICONS = frozenset(_SYMBOLS)
