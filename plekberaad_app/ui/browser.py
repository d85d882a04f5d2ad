"""What all our own browser components share: a local file, and its styles."""

import inspect
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, cast

import reflex as rx

from plekberaad_app.platform.frontend import WEB


def browser_file(name: str) -> str:
    """Where the built page imports a file of `assets/browser` from."""
    return f"$/public/browser/{name}"


class Styles(rx.Fragment):
    """Brings stylesheets, so that only the file that draws this loads them."""

    _sheets: tuple[str, ...] = ()

    @classmethod
    def create(cls, *names: str) -> "Styles":
        """Name files of `assets/styles`, without `.css`: a kind of screen has one."""
        return cls._taking(*(f"$/public/styles/{name}.css" for name in names))

    @classmethod
    def beside(cls, panel: Callable[..., Any], *screens: str) -> "Styles":
        """The sheets in the folder of what is drawn: one for all screens, and one for each of
        these."""
        paths = (os.path.relpath(sheet, WEB) for sheet in _sheets_beside(panel, *screens))
        return cls._taking(*(f"$/{Path(path).as_posix()}" for path in paths))

    @classmethod
    def _taking(cls, *sheets: str) -> "Styles":
        component = cast("Styles", super().create())
        component._sheets = sheets
        return component

    def add_imports(self) -> dict[str, list[rx.ImportVar]]:
        """Import the files only for their effect."""
        return {"": [rx.ImportVar(tag=sheet) for sheet in self._sheets]}


def with_styles(draw: Callable[[], rx.Component]) -> Callable[[], rx.Component]:
    """The same to draw, with `styles.css` of its folder if there is one."""
    if not _sheets_beside(draw):
        return draw

    @wraps(draw)
    def drawn() -> rx.Component:
        return rx.fragment(Styles.beside(draw), draw())

    return drawn


def _sheets_beside(draw: Callable[..., Any], *screens: str) -> list[Path]:
    folder = Path(inspect.getfile(inspect.unwrap(draw))).parent
    found = [folder / f"{name}.css" for name in ("styles", *screens)]
    return [sheet for sheet in found if sheet.exists()]
